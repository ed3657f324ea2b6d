Grailbird.data.tweets_2012_05 = 
 [ {
  "source" : "\u003Ca href=\"https:\/\/app.example.org\" rel=\"nofollow\"\u003EExample Web App\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "197641836557238272",
  "text" : "The rain won.",
  "id" : 197641836557238272,
  "created_at" : "2012-05-02 11:01:00 +0000",
  "user" : {
    "name" : "Ada Example",
    "screen_name" : "ada_example",
    "protected" : false,
    "id_str" : "990000000000000001",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/avatar.png",
    "id" : 990000000000000001,
    "verified" : false
  },
  "in_reply_to_status_id" : 197641583850422272,
  "in_reply_to_status_id_str" : "197641583850422272",
  "in_reply_to_user_id" : 990000000000000001,
  "in_reply_to_user_id_str" : "990000000000000001",
  "in_reply_to_screen_name" : "ada_example"
}, {
  "source" : "\u003Ca href=\"https:\/\/app.example.org\" rel=\"nofollow\"\u003EExample Web App\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ ],
    "urls" : [ ]
  },
  "geo" : { },
  "id_str" : "197641583850422272",
  "text" : "Robots &amp; rain: a thread.",
  "id" : 197641583850422272,
  "created_at" : "2012-05-02 11:00:00 +0000",
  "user" : {
    "name" : "Ada Example",
    "screen_name" : "ada_example",
    "protected" : false,
    "id_str" : "990000000000000001",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/avatar.png",
    "id" : 990000000000000001,
    "verified" : false
  }
}, {
  "source" : "\u003Ca href=\"https:\/\/app.example.org\" rel=\"nofollow\"\u003EExample Web App\u003C\/a\u003E",
  "entities" : {
    "user_mentions" : [ ],
    "media" : [ ],
    "hashtags" : [ {
      "text" : "reading",
      "indices" : [ 35, 43 ]
    } ],
    "urls" : [ {
      "url" : "https:\/\/t.co\/EM8we3qdGu",
      "expanded_url" : "https:\/\/example.org\/how",
      "display_url" : "example.org\/how",
      "indices" : [ 11, 34 ]
    } ]
  },
  "geo" : { },
  "id_str" : "197264095966134272",
  "text" : "Read this: https:\/\/t.co\/EM8we3qdGu #reading",
  "id" : 197264095966134272,
  "created_at" : "2012-05-01 10:00:00 +0000",
  "user" : {
    "name" : "Ada Example",
    "screen_name" : "ada_example",
    "protected" : false,
    "id_str" : "990000000000000001",
    "profile_image_url_https" : "https:\/\/pbs.twimg.com\/profile_images\/1\/avatar.png",
    "id" : 990000000000000001,
    "verified" : false
  }
} ]