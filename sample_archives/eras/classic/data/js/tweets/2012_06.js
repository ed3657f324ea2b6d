Grailbird.data.tweets_2012_06 = 
[ {
  "source" : "\u003Ca href=\"https:\/\/app.example.org\" rel=\"nofollow\"\u003EExample Web App\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ {
      "name" : "Tom Example",
      "screen_name" : "tom_example",
      "indices" : [ 0, 12 ],
      "id_str" : "1000045729733914102",
      "id" : 1000045729733914102
    } ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "209185149416374272",
  "text" : "@tom_example Good morning!",
  "id" : 209185149416374272,
  "created_at" : "2012-06-03 07:30:00 +0000",
  "user" : {
    "name" : "Ada Example",
    "screen_name" : "ada_example",
    "protected" : false,
    "id_str" : "990000000000000001",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/avatar.png",
    "id" : 990000000000000001,
    "verified" : false
  },
  "in_reply_to_status_id" : 1,
  "in_reply_to_status_id_str" : "1",
  "in_reply_to_user_id" : 1000045729733914102,
  "in_reply_to_user_id_str" : "1000045729733914102",
  "in_reply_to_screen_name" : "tom_example"
} ]