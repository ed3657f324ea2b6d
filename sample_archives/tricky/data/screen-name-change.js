window.YTD.screen_name_change.part0 = [
  {
    "screenNameChange" : {
      "accountId" : "990000000000000042",
      "screenNameChange" : {
        "changedAt" : "2014-03-05T08:00:00.000Z",
        "changedFrom" : "robin_before",
        "changedTo" : "robin_example"
      }
    }
  }
]