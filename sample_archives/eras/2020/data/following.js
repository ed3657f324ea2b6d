window.YTD.following.part0 = [ {
  "following" : {
    "accountId" : "1000045729733914102",
    "userLink" : "https://twitter.com/intent/user?user_id=1000045729733914102"
  }
} ]