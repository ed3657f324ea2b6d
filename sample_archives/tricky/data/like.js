window.YTD.like.part0 = [
  {
    "like" : {
      "tweetId" : "1104000000000000001",
      "fullText" : "A made-up tweet that Robin liked",
      "expandedUrl" : "https://twitter.com/i/web/status/1104000000000000001"
    }
  }
]