window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "ada_example@example.org",
      "createdVia" : "web",
      "username" : "ada_example",
      "accountId" : "990000000000000001",
      "createdAt" : "2009-02-03T04:05:06.000Z",
      "accountDisplayName" : "Ada Example"
    }
  }
]