window.YTD.lists_created.part0 = [
  {
    "userListInfo" : {
      "url" : "https://twitter.com/robin_example/lists/gardeners"
    }
  }
]