window.YTD.contact.part0 = [
  {
    "contact" : {
      "id" : "1",
      "emails" : [
        "FAKE-CONTACT@example.org"
      ],
      "phoneNumbers" : [ ]
    }
  }
]