window.YTD.follower.part0 = [
  {
    "follower" : {
      "accountId" : "1000028730818981288",
      "userLink" : "https://twitter.com/intent/user?user_id=1000028730818981288"
    }
  },
  {
    "follower" : {
      "accountId" : "1000117577208762547",
      "userLink" : "https://twitter.com/intent/user?user_id=1000117577208762547"
    }
  },
  {
    "follower" : {
      "accountId" : "1000104795469513535",
      "userLink" : "https://twitter.com/intent/user?user_id=1000104795469513535"
    }
  }
]