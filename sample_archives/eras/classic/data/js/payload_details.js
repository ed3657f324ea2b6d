var payload_details =  {
  "tweets" : 4,
  "created_at" : "2018-05-06 12:00:00 +0000",
  "lang" : "en"
}