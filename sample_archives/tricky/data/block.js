window.YTD.block.part0 = [
  {
    "blocking" : {
      "accountId" : "1000184774117392766",
      "userLink" : "https://twitter.com/intent/user?user_id=1000184774117392766"
    }
  }
]