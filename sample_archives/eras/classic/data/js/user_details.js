var user_details =  {
  "screen_name" : "ada_example",
  "location" : "Nowhere",
  "full_name" : "Ada Example",
  "bio" : "Made up from head to toe.",
  "id" : "990000000000000001",
  "created_at" : "2009-02-03 04:05:06 +0000"
}