window.YTD.following.part0 = [ {
  "following" : {
    "accountId" : "1000045729733914102"
  }
} ]