window.YTD.deleted_tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1784721756863332352"
          ],
          "editableUntil" : "2024-04-29T00:10:00.020Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "16"
      ],
      "favorite_count" : "0",
      "id_str" : "1784721756863332352",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1784721756863332352",
      "created_at" : "Sun Apr 28 23:10:00 +0000 2024",
      "favorited" : false,
      "full_text" : "I take this back",
      "lang" : "en",
      "deleted_at" : "Sun Apr 28 23:12:00 +0000 2024"
    }
  }
]