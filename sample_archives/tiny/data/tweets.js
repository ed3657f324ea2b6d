window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1125131802873167872"
          ],
          "editableUntil" : "2019-05-05T21:15:00.400Z",
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
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/ada_example/status/1125131802873167872/photo/1",
            "indices" : [
              "10",
              "33"
            ],
            "url" : "https://t.co/SQG13IZwzY",
            "media_url" : "http://pbs.twimg.com/media/SampleWindow001.jpg",
            "id_str" : "1125131802868973568",
            "id" : "1125131802868973568",
            "media_url_https" : "https://pbs.twimg.com/media/SampleWindow001.jpg",
            "sizes" : {
              "small" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/SQG13IZwzY"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "33"
      ],
      "favorite_count" : "0",
      "id_str" : "1125131802873167872",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1125131802873167872",
      "possibly_sensitive" : false,
      "created_at" : "Sun May 05 20:15:00 +0000 2019",
      "favorited" : false,
      "full_text" : "My window https://t.co/SQG13IZwzY",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/ada_example/status/1125131802873167872/photo/1",
            "indices" : [
              "10",
              "33"
            ],
            "url" : "https://t.co/SQG13IZwzY",
            "media_url" : "http://pbs.twimg.com/media/SampleWindow001.jpg",
            "id_str" : "1125131802868973568",
            "id" : "1125131802868973568",
            "media_url_https" : "https://pbs.twimg.com/media/SampleWindow001.jpg",
            "sizes" : {
              "small" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "480",
                "h" : "320",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/SQG13IZwzY"
          }
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1124743242131177472"
          ],
          "editableUntil" : "2019-05-04T19:31:00.300Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
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
        "34"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1124742990263222272",
      "id_str" : "1124743242131177472",
      "in_reply_to_user_id" : "990000000000000001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1124743242131177472",
      "in_reply_to_status_id" : "1124742990263222272",
      "created_at" : "Sat May 04 18:31:00 +0000 2019",
      "favorited" : false,
      "full_text" : "One: bees sleep. Two: so should I.",
      "lang" : "en",
      "in_reply_to_screen_name" : "ada_example",
      "in_reply_to_user_id_str" : "990000000000000001"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1124742990263222272"
          ],
          "editableUntil" : "2019-05-04T19:30:00.250Z",
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
        "27"
      ],
      "favorite_count" : "0",
      "id_str" : "1124742990263222272",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1124742990263222272",
      "created_at" : "Sat May 04 18:30:00 +0000 2019",
      "favorited" : false,
      "full_text" : "Two things I learned today.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1124218282623107072"
          ],
          "editableUntil" : "2019-05-03T08:45:00.200Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [ ],
        "symbols" : [ ],
        "user_mentions" : [
          {
            "name" : "Tom Example",
            "screen_name" : "tom_example",
            "indices" : [
              "14",
              "26"
            ],
            "id_str" : "1000045729733914102",
            "id" : "1000045729733914102"
          }
        ],
        "urls" : [
          {
            "url" : "https://t.co/zR6g4tI076",
            "expanded_url" : "https://example.org/how",
            "display_url" : "example.org/how",
            "indices" : [
              "27",
              "50"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "50"
      ],
      "favorite_count" : "0",
      "id_str" : "1124218282623107072",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1124218282623107072",
      "possibly_sensitive" : false,
      "created_at" : "Fri May 03 07:45:00 +0000 2019",
      "favorited" : false,
      "full_text" : "Pancakes with @tom_example https://t.co/zR6g4tI076",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1123512380840476672"
          ],
          "editableUntil" : "2019-05-01T10:00:00.100Z",
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
        "30"
      ],
      "favorite_count" : "0",
      "id_str" : "1123512380840476672",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1123512380840476672",
      "created_at" : "Wed May 01 09:00:00 +0000 2019",
      "favorited" : false,
      "full_text" : "Hello! This is my first tweet.",
      "lang" : "en"
    }
  }
]