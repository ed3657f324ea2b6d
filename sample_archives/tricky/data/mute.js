window.YTD.mute.part0 = [
  {
    "muting" : {
      "accountId" : "1000015275207917027",
      "userLink" : "https://twitter.com/intent/user?user_id=1000015275207917027"
    }
  }
]