window.YTD.account.part0 = [
  {
    "account" : {
      "email" : "robin_example@example.org",
      "createdVia" : "web",
      "username" : "robin_example",
      "accountId" : "990000000000000042",
      "createdAt" : "2009-02-03T04:05:06.000Z",
      "accountDisplayName" : "Robin Example 🌻"
    }
  }
]