window.YTD.community_tweet.part0 = [
  {
    "tweet" : {
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
        "39"
      ],
      "favorite_count" : "0",
      "id_str" : "1513094435477389312",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1513094435477389312",
      "created_at" : "Sun Apr 10 10:00:00 +0000 2022",
      "favorited" : false,
      "full_text" : "Seedlings to give away, who wants some?",
      "lang" : "en",
      "scopes" : {
        "followers" : false
      },
      "community_id" : "1500000000000000001",
      "community_id_str" : "1500000000000000001"
    }
  }
]