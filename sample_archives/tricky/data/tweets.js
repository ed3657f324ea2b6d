window.YTD.tweets.part0 = [
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1785595010872246272"
          ],
          "editableUntil" : "2024-05-01T10:00:00.000Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "45",
              "57"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "60"
      ],
      "favorite_count" : "12",
      "id_str" : "1785595010872246272",
      "truncated" : false,
      "retweet_count" : "3",
      "id" : "1785595010872246272",
      "created_at" : "Wed May 01 09:00:00 +0000 2024",
      "favorited" : false,
      "full_text" : "I am moving to the fediverse. See you there, @lea_example? 🐘",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1670491568001253376"
          ],
          "editableUntil" : "2023-06-18T19:00:00.701Z",
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
        "270"
      ],
      "favorite_count" : "0",
      "id_str" : "1670491568001253376",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1670491568001253376",
      "created_at" : "Sun Jun 18 18:00:00 +0000 2023",
      "favorited" : false,
      "full_text" : "How I built a raised bed in one afternoon, for everyone who asked.\n\nFirst, the place. Six hours of sun, level ground, and so close to the kitchen that you go there in slippers. Mine is next to the rain barrel, which saves a lot of carrying.\n\nSecond, the boards. Larch l…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1637722146979446784"
          ],
          "editableUntil" : "2023-03-20T08:46:01.903Z",
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
        "16"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1637721891118514176",
      "id_str" : "1637722146979446784",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1637722146979446784",
      "in_reply_to_status_id" : "1637721891118514176",
      "created_at" : "Mon Mar 20 07:46:01 +0000 2023",
      "favorited" : false,
      "full_text" : "It is a red one.",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1112980486499598336"
          ],
          "editableUntil" : "2019-04-02T08:30:00.816Z",
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
            "name" : "Robin Example 🌻",
            "screen_name" : "robin_example",
            "indices" : [
              "3",
              "17"
            ],
            "id_str" : "990000000000000042",
            "id" : "990000000000000042"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "43"
      ],
      "favorite_count" : "0",
      "id_str" : "1112980486499598336",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1112980486499598336",
      "created_at" : "Tue Apr 02 07:30:00 +0000 2019",
      "favorited" : false,
      "full_text" : "RT @robin_example: The harbour this evening",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1105078968496685056"
          ],
          "editableUntil" : "2019-03-11T13:12:12.121Z",
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
        "urls" : [
          {
            "url" : "https://t.co/a45NtWvHnJ",
            "expanded_url" : "https://twitter.com/lea_example/status/1104000000000000001?s=20",
            "display_url" : "twitter.com/lea_example/sta…",
            "indices" : [
              "26",
              "49"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "49"
      ],
      "favorite_count" : "0",
      "id_str" : "1105078968496685056",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1105078968496685056",
      "possibly_sensitive" : false,
      "created_at" : "Mon Mar 11 12:12:12 +0000 2019",
      "favorited" : false,
      "full_text" : "Everyone should read this https://t.co/a45NtWvHnJ",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1104338837376598016"
          ],
          "editableUntil" : "2019-03-09T12:11:11.111Z",
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
        "urls" : [
          {
            "url" : "https://t.co/N5y13nOfBp",
            "expanded_url" : "https://twitter.com/robin_example/status/1058629853487562752",
            "display_url" : "twitter.com/robin_example/s…",
            "indices" : [
              "31",
              "54"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "54"
      ],
      "favorite_count" : "0",
      "id_str" : "1104338837376598016",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1104338837376598016",
      "possibly_sensitive" : false,
      "created_at" : "Sat Mar 09 11:11:11 +0000 2019",
      "favorited" : false,
      "full_text" : "Still true, three loaves later https://t.co/N5y13nOfBp",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1079889946132611072"
          ],
          "editableUntil" : "2019-01-01T01:00:01.200Z",
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
        "24"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1079889945713180672",
      "id_str" : "1079889946132611072",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1079889946132611072",
      "in_reply_to_status_id" : "1079889945713180672",
      "created_at" : "Tue Jan 01 00:00:01 +0000 2019",
      "favorited" : false,
      "full_text" : "the first page of a book",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1079889945293750272"
          ],
          "editableUntil" : "2019-01-01T01:00:01.000Z",
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
      "favorite_count" : "3",
      "id_str" : "1079889945293750272",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1079889945293750272",
      "created_at" : "Tue Jan 01 00:00:01 +0000 2019",
      "favorited" : false,
      "full_text" : "Three small joys, all at once:",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058631237607882752"
          ],
          "editableUntil" : "2018-11-03T09:05:30.120Z",
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
        "52"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "1058630985949642752",
      "id_str" : "1058631237607882752",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058631237607882752",
      "in_reply_to_status_id" : "1058630985949642752",
      "created_at" : "Sat Nov 03 08:05:30 +0000 2018",
      "favorited" : false,
      "full_text" : "Let it cool before you cut it. Nobody ever does. 6/6",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058630734291402752"
          ],
          "editableUntil" : "2018-11-03T09:03:30.120Z",
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
        "66"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1058630482633162752",
      "id_str" : "1058630734291402752",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058630734291402752",
      "in_reply_to_status_id" : "1058630482633162752",
      "created_at" : "Sat Nov 03 08:03:30 +0000 2018",
      "favorited" : false,
      "full_text" : "Wait. Then wait some more. The fridge does the work overnight. 4/6",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058630230974922752"
          ],
          "editableUntil" : "2018-11-03T09:01:30.120Z",
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
        "63"
      ],
      "favorite_count" : "6",
      "in_reply_to_status_id_str" : "1058629853487562752",
      "id_str" : "1058630230974922752",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058630230974922752",
      "in_reply_to_status_id" : "1058629853487562752",
      "created_at" : "Sat Nov 03 08:01:30 +0000 2018",
      "favorited" : false,
      "full_text" : "Weigh everything. A cup is not a measure, it is an opinion. 2/6",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1009377861238259712"
          ],
          "editableUntil" : "2018-06-20T11:10:10.110Z",
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
        "47"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1009376000000000001",
      "id_str" : "1009377861238259712",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1009377861238259712",
      "in_reply_to_status_id" : "1009376000000000001",
      "created_at" : "Wed Jun 20 10:10:10 +0000 2018",
      "favorited" : false,
      "full_text" : "The beginning of this thread I deleted long ago",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1002595631367192576"
          ],
          "editableUntil" : "2018-06-01T18:00:00.501Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "0",
              "12"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "52"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1002585000000000001",
      "id_str" : "1002595631367192576",
      "in_reply_to_user_id" : "1000028730818981288",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1002595631367192576",
      "in_reply_to_status_id" : "1002585000000000001",
      "created_at" : "Fri Jun 01 17:00:00 +0000 2018",
      "favorited" : false,
      "full_text" : "@lea_example In my garden they do well in half shade",
      "lang" : "en",
      "in_reply_to_screen_name" : "lea_example",
      "in_reply_to_user_id_str" : "1000028730818981288"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "992329273731710976"
          ],
          "editableUntil" : "2018-05-04T10:05:10.101Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "0",
              "12"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          },
          {
            "name" : "Tom Example",
            "screen_name" : "tom_example",
            "indices" : [
              "13",
              "25"
            ],
            "id_str" : "1000045729733914102",
            "id" : "1000045729733914102"
          },
          {
            "name" : "Noor Example",
            "screen_name" : "noor_example",
            "indices" : [
              "26",
              "39"
            ],
            "id_str" : "1000117577208762547",
            "id" : "1000117577208762547"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "992337000000000002",
      "id_str" : "992329273731710976",
      "in_reply_to_user_id" : "1000028730818981288",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "992329273731710976",
      "in_reply_to_status_id" : "992337000000000002",
      "created_at" : "Fri May 04 09:05:10 +0000 2018",
      "favorited" : false,
      "full_text" : "@lea_example @tom_example @noor_example count me in",
      "lang" : "en",
      "in_reply_to_screen_name" : "lea_example",
      "in_reply_to_user_id_str" : "1000028730818981288"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "974352154657554432"
          ],
          "editableUntil" : "2018-03-15T19:30:30.915Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/974352154657554432/photo/1",
            "indices" : [
              "40",
              "63"
            ],
            "url" : "https://t.co/s40whhDoJM",
            "media_url" : "http://pbs.twimg.com/media/SampleScar010.jpg",
            "id_str" : "974352154653360128",
            "id" : "974352154653360128",
            "media_url_https" : "https://pbs.twimg.com/media/SampleScar010.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/s40whhDoJM"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "63"
      ],
      "favorite_count" : "4",
      "id_str" : "974352154657554432",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "974352154657554432",
      "possibly_sensitive" : true,
      "created_at" : "Thu Mar 15 18:30:30 +0000 2018",
      "favorited" : false,
      "full_text" : "The stitches are out. Not for everyone. https://t.co/s40whhDoJM",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/974352154657554432/photo/1",
            "indices" : [
              "40",
              "63"
            ],
            "url" : "https://t.co/s40whhDoJM",
            "media_url" : "http://pbs.twimg.com/media/SampleScar010.jpg",
            "id_str" : "974352154653360128",
            "id" : "974352154653360128",
            "media_url_https" : "https://pbs.twimg.com/media/SampleScar010.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/s40whhDoJM"
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
            "964114759941095424"
          ],
          "editableUntil" : "2018-02-15T13:30:45.813Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/964114759941095424/video/1",
            "indices" : [
              "16",
              "39"
            ],
            "url" : "https://t.co/4e5Z2mMZYm",
            "media_url" : "http://pbs.twimg.com/tweet_video_thumb/SampleSpin08.jpg",
            "id_str" : "964114759936901120",
            "id" : "964114759936901120",
            "media_url_https" : "https://pbs.twimg.com/tweet_video_thumb/SampleSpin08.jpg",
            "sizes" : {
              "small" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              }
            },
            "type" : "animated_gif",
            "display_url" : "pic.twitter.com/4e5Z2mMZYm"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "39"
      ],
      "favorite_count" : "4",
      "id_str" : "964114759941095424",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "964114759941095424",
      "possibly_sensitive" : false,
      "created_at" : "Thu Feb 15 12:30:45 +0000 2018",
      "favorited" : false,
      "full_text" : "Round and round https://t.co/4e5Z2mMZYm",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/964114759941095424/video/1",
            "indices" : [
              "16",
              "39"
            ],
            "url" : "https://t.co/4e5Z2mMZYm",
            "media_url" : "http://pbs.twimg.com/tweet_video_thumb/SampleSpin08.jpg",
            "id_str" : "964114759936901120",
            "video_info" : {
              "aspect_ratio" : [
                "4",
                "3"
              ],
              "variants" : [
                {
                  "bitrate" : "0",
                  "content_type" : "video/mp4",
                  "url" : "https://video.twimg.com/tweet_video/SampleSpin08.mp4"
                }
              ]
            },
            "id" : "964114759936901120",
            "media_url_https" : "https://pbs.twimg.com/tweet_video_thumb/SampleSpin08.jpg",
            "sizes" : {
              "small" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "320",
                "h" : "240",
                "resize" : "fit"
              }
            },
            "type" : "animated_gif",
            "display_url" : "pic.twitter.com/4e5Z2mMZYm"
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
            "949553154851078144"
          ],
          "editableUntil" : "2018-01-06T09:08:08.618Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/949553154851078144/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/4GxW7yjlHY",
            "media_url" : "http://pbs.twimg.com/media/-SampleMoon_07.jpg",
            "id_str" : "949553154846883840",
            "id" : "949553154846883840",
            "media_url_https" : "https://pbs.twimg.com/media/-SampleMoon_07.jpg",
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
            "display_url" : "pic.twitter.com/4GxW7yjlHY"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "23"
      ],
      "favorite_count" : "3",
      "id_str" : "949553154851078144",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "949553154851078144",
      "possibly_sensitive" : false,
      "created_at" : "Sat Jan 06 08:08:08 +0000 2018",
      "favorited" : false,
      "full_text" : "https://t.co/4GxW7yjlHY",
      "lang" : "qme",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/949553154851078144/photo/1",
            "indices" : [
              "0",
              "23"
            ],
            "url" : "https://t.co/4GxW7yjlHY",
            "media_url" : "http://pbs.twimg.com/media/-SampleMoon_07.jpg",
            "id_str" : "949553154846883840",
            "id" : "949553154846883840",
            "media_url_https" : "https://pbs.twimg.com/media/-SampleMoon_07.jpg",
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
            "display_url" : "pic.twitter.com/4GxW7yjlHY"
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
            "873834692493705216"
          ],
          "editableUntil" : "2017-06-11T10:30:00.411Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/873834692493705216/photo/1",
            "indices" : [
              "16",
              "39"
            ],
            "url" : "https://t.co/sPurlzH4fF",
            "media_url" : "http://pbs.twimg.com/media/SamplePoster002.png",
            "id_str" : "873834692489510912",
            "id" : "873834692489510912",
            "media_url_https" : "https://pbs.twimg.com/media/SamplePoster002.png",
            "sizes" : {
              "small" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/sPurlzH4fF"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "39"
      ],
      "favorite_count" : "1",
      "id_str" : "873834692493705216",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "873834692493705216",
      "possibly_sensitive" : false,
      "created_at" : "Sun Jun 11 09:30:00 +0000 2017",
      "favorited" : false,
      "full_text" : "A poster I drew https://t.co/sPurlzH4fF",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/873834692493705216/photo/1",
            "indices" : [
              "16",
              "39"
            ],
            "url" : "https://t.co/sPurlzH4fF",
            "media_url" : "http://pbs.twimg.com/media/SamplePoster002.png",
            "id_str" : "873834692489510912",
            "id" : "873834692489510912",
            "media_url_https" : "https://pbs.twimg.com/media/SamplePoster002.png",
            "sizes" : {
              "small" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "480",
                "h" : "480",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/sPurlzH4fF"
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
            "727607479952736256"
          ],
          "editableUntil" : "2016-05-03T22:15:16.171Z",
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
        "urls" : [
          {
            "url" : "https://t.co/iZwhPYoA9B",
            "expanded_url" : "https://bit.ly/made-up-for-a-sample",
            "display_url" : "bit.ly/made-up-for-a-s…",
            "indices" : [
              "30",
              "53"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "81"
      ],
      "favorite_count" : "6",
      "id_str" : "727607479952736256",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "727607479952736256",
      "possibly_sensitive" : false,
      "created_at" : "Tue May 03 21:15:16 +0000 2016",
      "favorited" : false,
      "full_text" : "From the days of short links: https://t.co/iZwhPYoA9B and https://t.co/MadeUpLink",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "726853784709365760"
          ],
          "editableUntil" : "2016-05-01T20:20:21.222Z",
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
              "16",
              "28"
            ],
            "id_str" : "1000045729733914102",
            "id" : "1000045729733914102"
          }
        ],
        "urls" : [
          {
            "url" : "https://t.co/wBvcF2470g",
            "expanded_url" : "https://example.org/on-moving?house=new&page=2",
            "display_url" : "example.org/on-moving?house…",
            "indices" : [
              "30",
              "53"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "60"
      ],
      "favorite_count" : "6",
      "id_str" : "726853784709365760",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "726853784709365760",
      "possibly_sensitive" : false,
      "created_at" : "Sun May 01 19:20:21 +0000 2016",
      "favorited" : false,
      "full_text" : "A good read via @tom_example: https://t.co/wBvcF2470g (long)",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "707570190711259136"
          ],
          "editableUntil" : "2016-03-09T15:14:14.141Z",
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
        "92"
      ],
      "favorite_count" : "2",
      "id_str" : "707570190711259136",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "707570190711259136",
      "created_at" : "Wed Mar 09 14:14:14 +0000 2016",
      "favorited" : false,
      "full_text" : "Is @gone_example still here? Read medium.com/@lea_example or write to robin@mail.example.org",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "694936183112728576"
          ],
          "editableUntil" : "2016-02-03T18:31:12.001Z",
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
        "45"
      ],
      "favorite_count" : "5",
      "id_str" : "694936183112728576",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "694936183112728576",
      "created_at" : "Wed Feb 03 17:31:12 +0000 2016",
      "favorited" : false,
      "full_text" : "=1+1 is what a spreadsheet would like to know",
      "lang" : "en",
      "coordinates" : {
        "type" : "Point",
        "coordinates" : [
          "12.5",
          "41.5"
        ]
      },
      "geo" : {
        "type" : "Point",
        "coordinates" : [
          "41.5",
          "12.5"
        ]
      }
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "689011636052164608"
          ],
          "editableUntil" : "2016-01-18T10:09:09.909Z",
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
        "9"
      ],
      "favorite_count" : "1",
      "id_str" : "689011636052164608",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "689011636052164608",
      "created_at" : "Mon Jan 18 09:09:09 +0000 2016",
      "favorited" : false,
      "full_text" : "¯\\_(ツ)_/¯",
      "lang" : "und"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "650462921691758592"
          ],
          "editableUntil" : "2015-10-04T01:10:20.205Z",
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
      "favorite_count" : "4",
      "id_str" : "650462921691758592",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "650462921691758592",
      "created_at" : "Sun Oct 04 00:10:20 +0000 2015",
      "favorited" : false,
      "full_text" : "Selamat pagi, kopi dulu ya ☕",
      "lang" : "in"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "649904715357749248"
          ],
          "editableUntil" : "2015-10-02T12:12:13.444Z",
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
        "23"
      ],
      "favorite_count" : "5",
      "id_str" : "649904715357749248",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "649904715357749248",
      "created_at" : "Fri Oct 02 11:12:13 +0000 2015",
      "favorited" : false,
      "full_text" : "오늘은 비가 와서 집에서 책을 읽었어요 ☔",
      "lang" : "ko"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "646233512612986880"
          ],
          "editableUntil" : "2015-09-22T09:04:10.502Z",
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
        "50"
      ],
      "favorite_count" : "1",
      "id_str" : "646233512612986880",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "646233512612986880",
      "created_at" : "Tue Sep 22 08:04:10 +0000 2015",
      "favorited" : false,
      "full_text" : "שלום לכולם, היום קראתי ספר טוב: 3 פרקים (ועוד אחד)",
      "lang" : "iw"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "630942427179384832"
          ],
          "editableUntil" : "2015-08-11T04:22:51.640Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "写真",
            "indices" : [
              "24",
              "27"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [
          {
            "url" : "https://t.co/g8C7FoGdvx",
            "expanded_url" : "https://example.com/umi",
            "display_url" : "example.com/umi",
            "indices" : [
              "28",
              "51"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "51"
      ],
      "favorite_count" : "1",
      "id_str" : "630942427179384832",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "630942427179384832",
      "possibly_sensitive" : false,
      "created_at" : "Tue Aug 11 03:22:51 +0000 2015",
      "favorited" : false,
      "full_text" : "今日は海へ行きました。波の音がとても静かでした。#写真 https://t.co/g8C7FoGdvx",
      "lang" : "ja"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "440582771816005632"
          ],
          "editableUntil" : "2014-03-03T21:21:33.090Z",
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
            "name" : "Robin Before",
            "screen_name" : "robin_before",
            "indices" : [
              "0",
              "13"
            ],
            "id_str" : "990000000000000042",
            "id" : "990000000000000042"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "45"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "440581163761795072",
      "id_str" : "440582771816005632",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "440582771816005632",
      "in_reply_to_status_id" : "440581163761795072",
      "created_at" : "Mon Mar 03 20:21:33 +0000 2014",
      "favorited" : false,
      "full_text" : "@robin_before as promised: it is shorter, too",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_before",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "301224550656376832"
          ],
          "editableUntil" : "2013-02-12T08:01:44.015Z",
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
        "12"
      ],
      "favorite_count" : "2",
      "id_str" : "301224550656376832",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "301224550656376832",
      "created_at" : "Tue Feb 12 07:01:44 +0000 2013",
      "favorited" : false,
      "full_text" : "Good morning",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "76989108102103040"
          ],
          "editableUntil" : "2011-06-04T13:30:08.417Z",
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
        "57"
      ],
      "favorite_count" : "4",
      "id_str" : "76989108102103040",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "76989108102103040",
      "created_at" : "Sat Jun 04 12:30:08 +0000 2011",
      "favorited" : false,
      "full_text" : "Fish & chips at the harbour, nobody escaped the ampersand",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1723755034501447680"
          ],
          "editableUntil" : "2023-11-12T18:30:00.702Z",
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
        "270"
      ],
      "favorite_count" : "0",
      "id_str" : "1723755034501447680",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1723755034501447680",
      "created_at" : "Sun Nov 12 17:30:00 +0000 2023",
      "favorited" : false,
      "full_text" : "A short note on soup, because it is November: onions first, slowly, for longer than you think. Then everything that is left in the house. Salt late. Pepper later. A spoon of vinegar at the very end, which is the whole secret, and which nobody believes until they have t…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "edit" : {
          "initialTweetId" : "1637721891118514176",
          "editControlInitial" : {
            "editTweetIds" : [
              "1637721891118514176",
              "1637722268610068480"
            ],
            "editableUntil" : "2023-03-20T08:45:00.000Z",
            "editsRemaining" : "4",
            "isEditEligible" : true
          }
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
      "id_str" : "1637722268610068480",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1637722268610068480",
      "created_at" : "Mon Mar 20 07:46:30 +0000 2023",
      "favorited" : false,
      "full_text" : "My first tulip of the year 🌷",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1637721891118514176",
            "1637722268610068480"
          ],
          "editableUntil" : "2023-03-20T08:45:00.000Z",
          "editsRemaining" : "4",
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
      "id_str" : "1637721891118514176",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1637721891118514176",
      "created_at" : "Mon Mar 20 07:45:00 +0000 2023",
      "favorited" : false,
      "full_text" : "My fist tulip of the year 🌷",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1112618098629804032"
          ],
          "editableUntil" : "2019-04-01T08:30:00.815Z",
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
            "name" : "Noor Example",
            "screen_name" : "noor_example",
            "indices" : [
              "3",
              "16"
            ],
            "id_str" : "1000117577208762547",
            "id" : "1000117577208762547"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "144"
      ],
      "favorite_count" : "0",
      "id_str" : "1112618098629804032",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1112618098629804032",
      "created_at" : "Mon Apr 01 07:30:00 +0000 2019",
      "favorited" : false,
      "full_text" : "RT @noor_example: The library in our street is open on Sundays again, from ten to four, and they have kept the chairs by the window &amp; the g…",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1104701225242198016"
          ],
          "editableUntil" : "2019-03-10T12:11:11.111Z",
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
        "urls" : [
          {
            "url" : "https://t.co/nLEOm6f5qt",
            "expanded_url" : "https://twitter.com/robin_before/status/873631108900585472",
            "display_url" : "twitter.com/robin_before/st…",
            "indices" : [
              "31",
              "54"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "54"
      ],
      "favorite_count" : "0",
      "id_str" : "1104701225242198016",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1104701225242198016",
      "possibly_sensitive" : false,
      "created_at" : "Sun Mar 10 11:11:11 +0000 2019",
      "favorited" : false,
      "full_text" : "From before I changed my name: https://t.co/nLEOm6f5qt",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1079889946552041472"
          ],
          "editableUntil" : "2019-01-01T01:00:01.300Z",
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
        "21"
      ],
      "favorite_count" : "1",
      "in_reply_to_status_id_str" : "1079889946132611072",
      "id_str" : "1079889946552041472",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1079889946552041472",
      "in_reply_to_status_id" : "1079889946132611072",
      "created_at" : "Tue Jan 01 00:00:01 +0000 2019",
      "favorited" : false,
      "full_text" : "the second cup of tea",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1079889945713180672"
          ],
          "editableUntil" : "2019-01-01T01:00:01.100Z",
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
        "12"
      ],
      "favorite_count" : "0",
      "in_reply_to_status_id_str" : "1079889945293750272",
      "id_str" : "1079889945713180672",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1079889945713180672",
      "in_reply_to_status_id" : "1079889945293750272",
      "created_at" : "Tue Jan 01 00:00:01 +0000 2019",
      "favorited" : false,
      "full_text" : "fresh sheets",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1059158336684949504"
          ],
          "editableUntil" : "2018-11-04T20:00:00.333Z",
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
        "41"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1058630482633162752",
      "id_str" : "1059158336684949504",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1059158336684949504",
      "in_reply_to_status_id" : "1058630482633162752",
      "created_at" : "Sun Nov 04 19:00:00 +0000 2018",
      "favorited" : false,
      "full_text" : "PS to 3/6: rye wants more water than that",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058630985949642752"
          ],
          "editableUntil" : "2018-11-03T09:04:30.120Z",
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
        "52"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "1058630734291402752",
      "id_str" : "1058630985949642752",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058630985949642752",
      "in_reply_to_status_id" : "1058630734291402752",
      "created_at" : "Sat Nov 03 08:04:30 +0000 2018",
      "favorited" : false,
      "full_text" : "Hot oven, lid on for 25 minutes, lid off for 20. 5/6",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058630482633162752"
          ],
          "editableUntil" : "2018-11-03T09:02:30.120Z",
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
        "69"
      ],
      "favorite_count" : "5",
      "in_reply_to_status_id_str" : "1058630230974922752",
      "id_str" : "1058630482633162752",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058630482633162752",
      "in_reply_to_status_id" : "1058630230974922752",
      "created_at" : "Sat Nov 03 08:02:30 +0000 2018",
      "favorited" : false,
      "full_text" : "Water, 70 g for each 100 g of flour. It will stick. That is fine. 3/6",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1058629853487562752"
          ],
          "editableUntil" : "2018-11-03T09:00:00.120Z",
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
        "48"
      ],
      "favorite_count" : "4",
      "id_str" : "1058629853487562752",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1058629853487562752",
      "created_at" : "Sat Nov 03 08:00:00 +0000 2018",
      "favorited" : false,
      "full_text" : "A short thread about learning to bake bread. 1/6",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "1002596302460026880"
          ],
          "editableUntil" : "2018-06-01T18:02:40.502Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "0",
              "12"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "44"
      ],
      "favorite_count" : "4",
      "in_reply_to_status_id_str" : "1002595631367192576",
      "id_str" : "1002596302460026880",
      "in_reply_to_user_id" : "990000000000000042",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "1002596302460026880",
      "in_reply_to_status_id" : "1002595631367192576",
      "created_at" : "Fri Jun 01 17:02:40 +0000 2018",
      "favorited" : false,
      "full_text" : "@lea_example ...and they like coffee grounds",
      "lang" : "en",
      "in_reply_to_screen_name" : "robin_example",
      "in_reply_to_user_id_str" : "990000000000000042"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "992889172643545088"
          ],
          "editableUntil" : "2018-05-05T23:10:00.404Z",
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
            "name" : "",
            "screen_name" : "vanished_one",
            "indices" : [
              "0",
              "13"
            ],
            "id_str" : "-1",
            "id" : "-1"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "40"
      ],
      "favorite_count" : "2",
      "in_reply_to_status_id_str" : "992337000000000003",
      "id_str" : "992889172643545088",
      "in_reply_to_user_id" : "1000029846820182578",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "992889172643545088",
      "in_reply_to_status_id" : "992337000000000003",
      "created_at" : "Sat May 05 22:10:00 +0000 2018",
      "favorited" : false,
      "full_text" : "@vanished_one I never got to say goodbye",
      "lang" : "en",
      "in_reply_to_user_id_str" : "1000029846820182578"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "992328015440510976"
          ],
          "editableUntil" : "2018-05-04T10:00:10.101Z",
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
        "38"
      ],
      "favorite_count" : "3",
      "in_reply_to_status_id_str" : "992337000000000001",
      "id_str" : "992328015440510976",
      "in_reply_to_user_id" : "1000045729733914102",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "992328015440510976",
      "in_reply_to_status_id" : "992337000000000001",
      "created_at" : "Fri May 04 09:00:10 +0000 2018",
      "favorited" : false,
      "full_text" : "@tom_example Yes! Same time on Friday?",
      "lang" : "en",
      "in_reply_to_screen_name" : "tom_example",
      "in_reply_to_user_id_str" : "1000045729733914102"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "969271174787760128"
          ],
          "editableUntil" : "2018-03-01T19:00:30.914Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/969271174787760128/photo/1",
            "indices" : [
              "32",
              "55"
            ],
            "url" : "https://t.co/7bU2gWcI25",
            "media_url" : "http://pbs.twimg.com/media/SampleMissing09.jpg",
            "id_str" : "969271174783565824",
            "id" : "969271174783565824",
            "media_url_https" : "https://pbs.twimg.com/media/SampleMissing09.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/7bU2gWcI25"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "55"
      ],
      "favorite_count" : "4",
      "id_str" : "969271174787760128",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "969271174787760128",
      "possibly_sensitive" : false,
      "created_at" : "Thu Mar 01 18:00:30 +0000 2018",
      "favorited" : false,
      "full_text" : "This picture got lost somewhere https://t.co/7bU2gWcI25",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/969271174787760128/photo/1",
            "indices" : [
              "32",
              "55"
            ],
            "url" : "https://t.co/7bU2gWcI25",
            "media_url" : "http://pbs.twimg.com/media/SampleMissing09.jpg",
            "id_str" : "969271174783565824",
            "id" : "969271174783565824",
            "media_url_https" : "https://pbs.twimg.com/media/SampleMissing09.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/7bU2gWcI25"
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
            "963744633160990720"
          ],
          "editableUntil" : "2018-02-14T13:00:00.712Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/963744633160990720/video/1",
            "indices" : [
              "18",
              "41"
            ],
            "url" : "https://t.co/KXDjzn4KnD",
            "media_url" : "http://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/thumb.jpg",
            "id_str" : "963744633156796416",
            "id" : "963744633156796416",
            "media_url_https" : "https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/thumb.jpg",
            "sizes" : {
              "small" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              }
            },
            "type" : "video",
            "display_url" : "pic.twitter.com/KXDjzn4KnD"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "41"
      ],
      "favorite_count" : "4",
      "id_str" : "963744633160990720",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "963744633160990720",
      "possibly_sensitive" : false,
      "created_at" : "Wed Feb 14 12:00:00 +0000 2018",
      "favorited" : false,
      "full_text" : "Waves, with sound https://t.co/KXDjzn4KnD",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/963744633160990720/video/1",
            "indices" : [
              "18",
              "41"
            ],
            "url" : "https://t.co/KXDjzn4KnD",
            "media_url" : "http://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/thumb.jpg",
            "id_str" : "963744633156796416",
            "video_info" : {
              "aspect_ratio" : [
                "16",
                "9"
              ],
              "duration_millis" : "2000",
              "variants" : [
                {
                  "bitrate" : "256",
                  "content_type" : "video/mp4",
                  "url" : "https://video.twimg.com/ext_tw_video/1/pu/vid/SampleWavesLow.mp4?tag=12"
                },
                {
                  "content_type" : "application/x-mpegURL",
                  "url" : "https://video.twimg.com/ext_tw_video/1/pu/pl/playlist.m3u8?container=fmp4"
                },
                {
                  "bitrate" : "832",
                  "content_type" : "video/mp4",
                  "url" : "https://video.twimg.com/ext_tw_video/1/pu/vid/SampleWavesHigh.mp4?tag=12"
                }
              ]
            },
            "additional_media_info" : {
              "monetizable" : false
            },
            "id" : "963744633156796416",
            "media_url_https" : "https://pbs.twimg.com/ext_tw_video_thumb/1/pu/img/thumb.jpg",
            "sizes" : {
              "small" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "320",
                "h" : "180",
                "resize" : "fit"
              }
            },
            "type" : "video",
            "display_url" : "pic.twitter.com/KXDjzn4KnD"
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
            "936636216407752704"
          ],
          "editableUntil" : "2017-12-01T17:40:50.508Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "29",
              "41"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          }
        ],
        "urls" : [ ],
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/936636216407752704/photo/1",
            "indices" : [
              "42",
              "65"
            ],
            "url" : "https://t.co/y66AGXaXSa",
            "media_url" : "http://pbs.twimg.com/media/SampleSpring003.jpg",
            "id_str" : "936636216403558400",
            "id" : "936636216403558400",
            "media_url_https" : "https://pbs.twimg.com/media/SampleSpring003.jpg",
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
            "display_url" : "pic.twitter.com/y66AGXaXSa"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "65"
      ],
      "favorite_count" : "4",
      "id_str" : "936636216407752704",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "936636216407752704",
      "possibly_sensitive" : false,
      "created_at" : "Fri Dec 01 16:40:50 +0000 2017",
      "favorited" : false,
      "full_text" : "One tree, four seasons, with @lea_example https://t.co/y66AGXaXSa",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/936636216407752704/photo/1",
            "indices" : [
              "42",
              "65"
            ],
            "url" : "https://t.co/y66AGXaXSa",
            "media_url" : "http://pbs.twimg.com/media/SampleSpring003.jpg",
            "id_str" : "936636216403558400",
            "id" : "936636216403558400",
            "media_url_https" : "https://pbs.twimg.com/media/SampleSpring003.jpg",
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
            "display_url" : "pic.twitter.com/y66AGXaXSa"
          },
          {
            "expanded_url" : "https://twitter.com/robin_example/status/936636216407752704/photo/1",
            "indices" : [
              "42",
              "65"
            ],
            "url" : "https://t.co/y66AGXaXSa",
            "media_url" : "http://pbs.twimg.com/media/SampleSummer004.jpg",
            "id_str" : "936636216399364096",
            "id" : "936636216399364096",
            "media_url_https" : "https://pbs.twimg.com/media/SampleSummer004.jpg",
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
            "display_url" : "pic.twitter.com/y66AGXaXSa"
          },
          {
            "expanded_url" : "https://twitter.com/robin_example/status/936636216407752704/photo/1",
            "indices" : [
              "42",
              "65"
            ],
            "url" : "https://t.co/y66AGXaXSa",
            "media_url" : "http://pbs.twimg.com/media/SampleAutumn005.jpg",
            "id_str" : "936636216395169792",
            "id" : "936636216395169792",
            "media_url_https" : "https://pbs.twimg.com/media/SampleAutumn005.jpg",
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
            "display_url" : "pic.twitter.com/y66AGXaXSa"
          },
          {
            "expanded_url" : "https://twitter.com/robin_example/status/936636216407752704/photo/1",
            "indices" : [
              "42",
              "65"
            ],
            "url" : "https://t.co/y66AGXaXSa",
            "media_url" : "http://pbs.twimg.com/media/SampleWinter006.jpg",
            "id_str" : "936636216390975488",
            "id" : "936636216390975488",
            "media_url_https" : "https://pbs.twimg.com/media/SampleWinter006.jpg",
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
            "display_url" : "pic.twitter.com/y66AGXaXSa"
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
            "873631108900585472"
          ],
          "editableUntil" : "2017-06-10T21:01:02.300Z",
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
            "expanded_url" : "https://twitter.com/robin_example/status/873631108900585472/photo/1",
            "indices" : [
              "25",
              "48"
            ],
            "url" : "https://t.co/ElmHukwUNP",
            "media_url" : "http://pbs.twimg.com/media/SampleHarbour01.jpg",
            "id_str" : "873631108896391168",
            "id" : "873631108896391168",
            "media_url_https" : "https://pbs.twimg.com/media/SampleHarbour01.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/ElmHukwUNP"
          }
        ]
      },
      "display_text_range" : [
        "0",
        "48"
      ],
      "favorite_count" : "3",
      "id_str" : "873631108900585472",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "873631108900585472",
      "possibly_sensitive" : false,
      "created_at" : "Sat Jun 10 20:01:02 +0000 2017",
      "favorited" : false,
      "full_text" : "The harbour this evening https://t.co/ElmHukwUNP",
      "lang" : "en",
      "extended_entities" : {
        "media" : [
          {
            "expanded_url" : "https://twitter.com/robin_example/status/873631108900585472/photo/1",
            "indices" : [
              "25",
              "48"
            ],
            "url" : "https://t.co/ElmHukwUNP",
            "media_url" : "http://pbs.twimg.com/media/SampleHarbour01.jpg",
            "id_str" : "873631108896391168",
            "id" : "873631108896391168",
            "media_url_https" : "https://pbs.twimg.com/media/SampleHarbour01.jpg",
            "sizes" : {
              "small" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "medium" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              },
              "thumb" : {
                "w" : "150",
                "h" : "150",
                "resize" : "crop"
              },
              "large" : {
                "w" : "640",
                "h" : "400",
                "resize" : "fit"
              }
            },
            "type" : "photo",
            "display_url" : "pic.twitter.com/ElmHukwUNP"
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
            "727031647727255552"
          ],
          "editableUntil" : "2016-05-02T08:07:07.070Z",
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
        "urls" : [
          {
            "url" : "https://t.co/vC4RFcqteg",
            "expanded_url" : "https://example.com/only-a-link",
            "display_url" : "example.com/only-a-link",
            "indices" : [
              "0",
              "23"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "23"
      ],
      "favorite_count" : "3",
      "id_str" : "727031647727255552",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "727031647727255552",
      "possibly_sensitive" : false,
      "created_at" : "Mon May 02 07:07:07 +0000 2016",
      "favorited" : false,
      "full_text" : "https://t.co/vC4RFcqteg",
      "lang" : "zxx"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "723813669862899712"
          ],
          "editableUntil" : "2016-04-23T11:00:01.360Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "Bücherfest",
            "indices" : [
              "16",
              "27"
            ]
          },
          {
            "text" : "2nd",
            "indices" : [
              "46",
              "50"
            ]
          }
        ],
        "symbols" : [
          {
            "text" : "EXMPL",
            "indices" : [
              "29",
              "35"
            ]
          }
        ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "56"
      ],
      "favorite_count" : "5",
      "id_str" : "723813669862899712",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "723813669862899712",
      "created_at" : "Sat Apr 23 10:00:01 +0000 2016",
      "favorited" : false,
      "full_text" : "Stickers at the #Bücherfest: $EXMPL is up 2%, #2nd place",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "707192447456772096"
          ],
          "editableUntil" : "2016-03-08T14:13:13.131Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "11",
              "23"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          },
          {
            "name" : "Tom Example",
            "screen_name" : "tom_example",
            "indices" : [
              "28",
              "40"
            ],
            "id_str" : "1000045729733914102",
            "id" : "1000045729733914102"
          },
          {
            "name" : "Noor Example",
            "screen_name" : "noor_example",
            "indices" : [
              "59",
              "72"
            ],
            "id_str" : "1000117577208762547",
            "id" : "1000117577208762547"
          }
        ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "86"
      ],
      "favorite_count" : "1",
      "id_str" : "707192447456772096",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "707192447456772096",
      "created_at" : "Tue Mar 08 13:13:13 +0000 2016",
      "favorited" : false,
      "full_text" : "Lunch with @lea_example and @tom_example today.\n\nThank you.@noor_example brought cake!",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "694573543588888576"
          ],
          "editableUntil" : "2016-02-02T18:30:12.001Z",
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
        "84"
      ],
      "favorite_count" : "4",
      "id_str" : "694573543588888576",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "694573543588888576",
      "created_at" : "Tue Feb 02 17:30:12 +0000 2016",
      "favorited" : false,
      "full_text" : "if (a &lt; b &amp;&amp; b &gt; c) return \"R&amp;D\"; // and &amp;amp; stays &amp;amp;",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "688748870741524480"
          ],
          "editableUntil" : "2016-01-17T16:45:01.777Z",
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
        "81"
      ],
      "favorite_count" : "6",
      "id_str" : "688748870741524480",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "688748870741524480",
      "created_at" : "Sun Jan 17 15:45:01 +0000 2016",
      "favorited" : false,
      "full_text" : "Family outing 👨‍👩‍👧‍👦 with flags 🇪🇺🏳️‍🌈🏴‍☠️, thumbs 👍🏿👍🏼, keycaps 1️⃣2️⃣ and é é",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "650113280789970944"
          ],
          "editableUntil" : "2015-10-03T02:00:59.318Z",
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
      "favorite_count" : "2",
      "id_str" : "650113280789970944",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "650113280789970944",
      "created_at" : "Sat Oct 03 01:00:59 +0000 2015",
      "favorited" : false,
      "full_text" : "สวัสดีตอนเช้า วันนี้อากาศดีมาก",
      "lang" : "th"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "649458862801289216"
          ],
          "editableUntil" : "2015-10-01T06:40:33.911Z",
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
        "42"
      ],
      "favorite_count" : "4",
      "id_str" : "649458862801289216",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "649458862801289216",
      "created_at" : "Thu Oct 01 05:40:33 +0000 2015",
      "favorited" : false,
      "full_text" : "आज का दिन बहुत अच्छा है। नमस्ते दोस्तों 🙏🏽",
      "lang" : "hi"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "645870325732474880"
          ],
          "editableUntil" : "2015-09-21T09:01:00.002Z",
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
            "name" : "Lea Example",
            "screen_name" : "lea_example",
            "indices" : [
              "14",
              "26"
            ],
            "id_str" : "1000028730818981288",
            "id" : "1000028730818981288"
          }
        ],
        "urls" : [
          {
            "url" : "https://t.co/6wVKqsaDrJ",
            "expanded_url" : "https://example.org/sabah",
            "display_url" : "example.org/sabah",
            "indices" : [
              "44",
              "67"
            ]
          }
        ]
      },
      "display_text_range" : [
        "0",
        "67"
      ],
      "favorite_count" : "2",
      "id_str" : "645870325732474880",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "645870325732474880",
      "possibly_sensitive" : false,
      "created_at" : "Mon Sep 21 08:01:00 +0000 2015",
      "favorited" : false,
      "full_text" : "صباح الخير يا @lea_example! كيف حالك اليوم؟ https://t.co/6wVKqsaDrJ",
      "lang" : "ar"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "616550660690673664"
          ],
          "editableUntil" : "2015-07-02T11:15:07.123Z",
          "editsRemaining" : "5",
          "isEditEligible" : true
        }
      },
      "retweeted" : false,
      "source" : "<a href=\"https://app.example.org\" rel=\"nofollow\">Example Web App</a>",
      "entities" : {
        "hashtags" : [
          {
            "text" : "goûter",
            "indices" : [
              "55",
              "62"
            ]
          }
        ],
        "symbols" : [ ],
        "user_mentions" : [ ],
        "urls" : [ ]
      },
      "display_text_range" : [
        "0",
        "64"
      ],
      "favorite_count" : "4",
      "id_str" : "616550660690673664",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "616550660690673664",
      "created_at" : "Thu Jul 02 10:15:07 +0000 2015",
      "favorited" : false,
      "full_text" : "Déjà l’été ! On mange des crêpes, « c’est délicieux ». #goûter 🥞",
      "lang" : "fr"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "440581163761795072"
          ],
          "editableUntil" : "2014-03-03T21:15:09.700Z",
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
        "38"
      ],
      "favorite_count" : "2",
      "id_str" : "440581163761795072",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "440581163761795072",
      "created_at" : "Mon Mar 03 20:15:09 +0000 2014",
      "favorited" : false,
      "full_text" : "My new handle will be easier to spell.",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "300861274500104192"
          ],
          "editableUntil" : "2013-02-11T07:58:12.230Z",
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
        "12"
      ],
      "favorite_count" : "0",
      "id_str" : "300861274500104192",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "300861274500104192",
      "created_at" : "Mon Feb 11 06:58:12 +0000 2013",
      "favorited" : false,
      "full_text" : "Good morning",
      "lang" : "en"
    }
  },
  {
    "tweet" : {
      "edit_info" : {
        "initial" : {
          "editTweetIds" : [
            "27123456789"
          ],
          "editableUntil" : "2010-10-12T19:04:31.000Z",
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
        "48"
      ],
      "favorite_count" : "2",
      "id_str" : "27123456789",
      "truncated" : false,
      "retweet_count" : "0",
      "id" : "27123456789",
      "created_at" : "Tue Oct 12 18:04:31 +0000 2010",
      "favorited" : false,
      "full_text" : "Setting up my example account. Is this thing on?",
      "lang" : "en"
    }
  }
]