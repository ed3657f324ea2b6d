window.YTD.profile.part0 = [
  {
    "profile" : {
      "description" : {
        "bio" : "Made up from head to toe.",
        "website" : "https://ada.example.org",
        "location" : "Nowhere"
      },
      "avatarMediaUrl" : "https://pbs.twimg.com/profile_images/1/avatar.png"
    }
  }
]