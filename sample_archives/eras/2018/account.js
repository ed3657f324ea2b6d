window.YTD.account.part0 = [ {
  "account" : {
    "email" : "ada_example@example.org",
    "createdVia" : "web",
    "username" : "ada_example",
    "accountId" : "990000000000000001",
    "createdAt" : "1233633906000",
    "accountDisplayName" : "Ada Example"
  }
} ]