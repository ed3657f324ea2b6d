window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "1000045729733914102",
      "userLink" : "https://twitter.com/intent/user?user_id=1000045729733914102"
    }
  },
  {
    "follower" : {
      "accountId" : "1000028730818981288",
      "userLink" : "https://twitter.com/intent/user?user_id=1000028730818981288"
    }
  }
]