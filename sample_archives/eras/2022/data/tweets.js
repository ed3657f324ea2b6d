window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "197264095966134272"
          ],
          "editableUntil" : "2012-05-01T11:00:00.125Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "reading",
            "indices" : [
              "35",
              "43"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/EM8we3qdGu",
            "expanded_url" : "https://example.org/how",
            "display_url" : "example.org/how",
            "indices" : [
              "11",
              "34"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "43"
      ],
      "favorite_count" : "0",
      "id_str" : "197264095966134272",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "197264095966134272",
      "possibly_sensitive" : false,
      "created_at" : "Tue May 01 10:00:00 +0000 2012",
      "favorited" : false,
      "full_text" : "Read this: https://t.co/EM8we3qdGu #reading",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "197641583850422272"
          ],
          "editableUntil" : "2012-05-02T12:00:00.250Z",
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
        "28"
      ],
      "favorite_count" : "0",
      "id_str" : "197641583850422272",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "197641583850422272",
      "created_at" : "Wed May 02 11:00:00 +0000 2012",
      "favorited" : false,
      "full_text" : "Robots &amp; rain: a thread.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "197641836557238272"
          ],
          "editableUntil" : "2012-05-02T12:01:00.500Z",
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
        "13"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "197641583850422272",
      "id_str" : "197641836557238272",
      "in_reply_to_user_id" : "990000000000000001",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "197641836557238272",
      "in_reply_to_status_id" : "197641583850422272",
      "created_at" : "Wed May 02 11:01:00 +0000 2012",
      "favorited" : false,
      "full_text" : "The rain won.",
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
            "209185149416374272"
          ],
          "editableUntil" : "2012-06-03T08:30:00.750Z",
          "editsRemaining" : "5",
          "isEditEligible" : false
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
              "0",
              "12"
            ],
            "id_str" : "1000045729733914102",
            "id" : "1000045729733914102"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "26"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1",
      "id_str" : "209185149416374272",
      "in_reply_to_user_id" : "1000045729733914102",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "209185149416374272",
      "in_reply_to_status_id" : "1",
      "created_at" : "Sun Jun 03 07:30:00 +0000 2012",
      "favorited" : false,
      "full_text" : "@tom_example Good morning!",
      "lang" : "en",
      "in_reply_to_screen_name" : "tom_example",
      "in_reply_to_user_id_str" : "1000045729733914102"
    }
  }
]