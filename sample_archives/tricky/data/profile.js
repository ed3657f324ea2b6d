window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Gardens, bread, the sea. Made up from head to toe. Formerly @robin_before 🌻",
        "website" : "https://robin.example.org",
        "location" : "By the harbour"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/990000000000000043/SampleAvatar.png",
      "headerMediaUrl" : "https://pbs.twimg.com/profile_banners/990000000000000042/1556700000"
    }
  }
]