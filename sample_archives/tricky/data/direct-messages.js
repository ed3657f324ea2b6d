window.YTD.direct_messages.part0 = [
  {
    "dmConversation" : {
      "conversationId" : "990000000000000042-1000028730818981288",
      "messages" : [
        {
          "messageCreate" : {
            "recipientId" : "1000028730818981288",
            "reactions" : [ ],
            "urls" : [ ],
            "text" : "FAKE PRIVATE MESSAGE: nobody may ever read this",
            "mediaUrls" : [ ],
            "senderId" : "990000000000000042",
            "id" : "1123456789012345678",
            "createdAt" : "2019-05-01T10:00:00.000Z"
          }
        }
      ]
    }
  }
]