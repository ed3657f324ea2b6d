window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1104000000000000001",
      "fullText" : "A made-up tweet that Robin liked",
      "expandedUrl" : "https://twitter.com/i/web/status/1104000000000000001"
    }
  },
  {
    "like" : {
      "tweetId" : "1650000000000000001",
      "fullText" : "Bees? Ask @sam_example@garden.example, who knows everything",
      "expandedUrl" : "https://twitter.com/i/web/status/1650000000000000001"
    }
  }
]