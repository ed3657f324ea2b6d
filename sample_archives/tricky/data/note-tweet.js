window.YTD.note_tweet.part0 = [
  {
    "noteTweet" : {
      "noteTweetId" : "1670491568001249280",
      "updatedAt" : "2023-06-18T18:00:00.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2023-06-18T18:00:00.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [
          {
            "shortUrl" : "https://t.co/hiXuTcTjKJ",
            "expandedUrl" : "https://example.org/bed",
            "displayUrl" : "example.org/bed",
            "fromIndex" : "604",
            "toIndex" : "627"
          }
        ],
        "text" : "How I built a raised bed in one afternoon, for everyone who asked.\n\nFirst, the place. Six hours of sun, level ground, and so close to the kitchen that you go there in slippers. Mine is next to the rain barrel, which saves a lot of carrying.\n\nSecond, the boards. Larch lasts ten years without paint. I used four boards, two of them cut in half, and eight long screws for each corner.\n\nThird, what goes in: twigs at the bottom, then leaves, then half-rotten compost, and good soil on top. It sinks by a hand's breadth in the first year, so fill it to the brim & don't worry.\n\nThe plan with all sizes is at https://t.co/hiXuTcTjKJ and the idea is @lea_example's. Questions? Ask away. I answer in the evening, when the slugs are out. #garden",
        "mentions" : [
          {
            "screenName" : "lea_example",
            "fromIndex" : "644",
            "toIndex" : "656"
          }
        ],
        "cashtags" : [ ],
        "hashtags" : [
          {
            "text" : "garden",
            "fromIndex" : "730",
            "toIndex" : "737"
          }
        ]
      }
    }
  },
  {
    "noteTweet" : {
      "noteTweetId" : "1723755034501443584",
      "updatedAt" : "2023-11-12T17:30:00.000Z",
      "lifecycle" : {
        "value" : "1",
        "name" : "Active",
        "originalName" : "Active",
        "annotations" : { }
      },
      "createdAt" : "2023-11-12T17:30:00.000Z",
      "core" : {
        "styletags" : [ ],
        "urls" : [ ],
        "text" : "A short note on soup, because it is November: onions first, slowly, for longer than you think. Then everything that is left in the house. Salt late. Pepper later. A spoon of vinegar at the very end, which is the whole secret, and which nobody believes until they have tried it. Thank you for reading!",
        "mentions" : [ ],
        "cashtags" : [ ],
        "hashtags" : [ ]
      }
    }
  }
]