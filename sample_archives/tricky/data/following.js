window.YTD.following.part0 = [
  {
    "following" : {
      "accountId" : "1000045729733914102",
      "userLink" : "https://twitter.com/intent/user?user_id=1000045729733914102"
    }
  },
  {
    "following" : {
      "accountId" : "1000028730818981288",
      "userLink" : "https://twitter.com/intent/user?user_id=1000028730818981288"
    }
  },
  {
    "following" : {
      "accountId" : "1000117577208762547",
      "userLink" : "https://twitter.com/intent/user?user_id=1000117577208762547"
    }
  },
  {
    "following" : {
      "accountId" : "1000104795469513535",
      "userLink" : "https://twitter.com/intent/user?user_id=1000104795469513535"
    }
  },
  {
    "following" : {
      "accountId" : "1000160330112798218",
      "userLink" : "https://twitter.com/intent/user?user_id=1000160330112798218"
    }
  }
]