"""Hosts that are known for something, by name. Data, with no rule in it.

The sites and the mail providers go back to the deny lists of fedifinder
(github.com/lucahammer/fedifinder, public/client.js), debirdify
(github.com/pruvisto/debirdify, main/extract_mastodon_ids.py) and movetodon
(github.com/tibor/movetodon, script.js). A site stands for itself and all below it; a mail
provider for itself alone, since social.mailbox.org is a Mastodon server.

A host that has both mail and accounts on the fediverse is not among the mail providers. The
one known is vivaldi.net, whose name the accounts of social.vivaldi.net have: `@name@vivaldi.net`
is read everywhere, a bare `name@vivaldi.net` in a list of people or where a text announces it.
The others have no server, as riseup.net, or give its accounts another name, as mailbox.org.

The mirrors are those of Misskey instance operators' public lists and of the software's
own pages (github.com/NicolasConstant/BirdsiteLive).
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


TWITTER = _names(
    """
    nitter.net t.co twitter.com x.com
    """
)
"""Twitter itself, and other front ends to it."""

SITES = _names(
    """
    about.me aboutme.com allmylinks.com anchor.fm archiveofourown.org ask.fm bandcamp.com beacons.ai
    behance.net bento.me bit.ly bitchute.com blurt.blog bsky.app bsky.social buymeacoffee.com campsite.bio
    carrd.co cash.app cbsnews.com chess.com clubhouse.com cnn.com codesandbox.io dev.to deviantart.com
    discord.com discord.gg dlive.tv dribbble.com dzen.ru ecency.com etsy.com facebook.com fanbox.cc
    fantia.jp farcaster.xyz fb.com figma.com flickr.com foriio.com foundation.app fxhash.xyz gamejolt.com
    getpocket.com gettr.com github.com github.io gitlab.com glitch.com golos.io goodreads.com google.com
    gumroad.com hackmd.io hashnode.com hashnode.dev hey.xyz hive.blog huggingface.co inleo.io instagram.com
    jsdelivr.net jsr.io keybase.io kick.com kickstarter.com ko-fi.com kwai.com last.fm lbry.tv
    lemon8-app.com leofinance.io letterboxd.com lichess.org likee.video linkedin.com linktr.ee lit.link
    lnk.bio manylink.co matrix.to medium.com mewe.com minds.com mirror.xyz mixcloud.com nomadlist.com
    note.com npmjs.com nytimes.com objkt.com observablehq.com odysee.com opensea.io osu.ppy.sh
    paragraph.com paragraph.xyz patreon.com paypal.me peakd.com pillowfort.social pinboard.com
    pinterest.com pixiv.net plurk.com polywork.com poshmark.com producthunt.com pronouns.page publish0x.com
    rarible.com read.cash read.cv redbubble.com reddit.com replit.com researchgate.net roblox.com
    rumble.com scratch.mit.edu shopify.com signal.me skeb.jp snapchat.com society6.com solo.to
    soundcloud.com speakerdeck.com spotify.com spoutible.com stackoverflow.com steemit.com strava.com
    substack.com t.me t2.social tap.bio teespring.com telegram.me teletype.in theguardian.com
    threadless.com throne.com tiktok.com tippin.me traewelling.de triller.co tumblr.com twitch.tv unpkg.com
    unsplash.com vc.ru velog.io venmo.com vice.com vimeo.com vk.com vsco.co wa.me warpcast.com weibo.com
    welt.de withkoji.com wsj.com xing.com youtu.be youtube.com zenn.dev zora.co
    """
)
"""Shops, link pages, closed networks, sites with `/@user` in their addresses, and sites whose staff have
mail there: never the fediverse."""

SITE_BRANDS = _names("facebook github instagram mixcloud patreon pinterest researchgate")
"""Names of such sites, under every ending."""

MAIL = _names(
    """
    126.com 139.com 163.com abv.bg alice.it aon.at arcor.de att.net bbox.fr bell.net bellsouth.net
    bigpond.com bk.ru bluewin.ch blueyonder.co.uk bol.com.br btinternet.com centrum.cz charter.net
    chello.at comcast.net cox.net daum.net duck.com earthlink.net eircom.net email.com email.cz foxmail.com
    free.fr freenet.de gmail.com hanmail.net hetnet.nl hey.com hispeed.ch hushmail.com icloud.com inbox.lv
    inbox.ru interia.pl jabber.ccc.de juno.com kabelmail.de kolabnow.com laposte.net libero.it list.ru
    mac.com mail.com mail.de mail.ru mailbox.org mailfence.com mailo.com me.com mozmail.com msn.com
    nate.com naver.com neuf.fr ntlworld.com numericable.fr o2.pl onet.pl online.de online.no optonline.net
    optusnet.com.au orange.fr passmail.net planet.nl pm.me pobox.com posteo.de posteo.net
    privaterelay.appleid.com qq.com rambler.ru rediffmail.com riseup.net rocketmail.com rogers.com
    runbox.com sbcglobal.net seznam.cz sfr.fr shaw.ca simplelogin.com sina.com sky.com skynet.be sohu.com
    startmail.com sympatico.ca t-online.de talktalk.net telenet.be telia.com telus.net terra.com.br tin.it
    tiscali.it ukr.net uol.com.br usa.net verizon.net videotron.ca vip.163.com vip.qq.com virgilio.it
    virginmedia.com wanadoo.fr web.de wp.pl xs4all.nl xtra.co.nz yeah.net ymail.com ziggo.nl
    """
)
"""Mail providers."""

MAIL_BRANDS = _names(
    """
    aol fastmail gmx googlemail hotmail live outlook proton protonmail tuta tutanota yahoo yandex zoho
    zohomail
    """
)
"""Names of mail providers under every ending, as in yahoo.co.uk and gmx.fr."""

OPT_IN = _names("brid.gy flipboard.com micro.blog mostr.pub threads.com threads.net wordpress.com")
"""Places where an account takes part only if its owner wants it to: WebFinger knows."""

BARE_NAMES = _names("micro.blog")
"""Those of them where a path of one part is a profile."""

SAME = {"threads.com": "threads.net"}
"""Another name of such a place, and the name that its accounts have."""

CLOSED = _names("counter.social gab.com truthsocial.com")
"""They look like Mastodon, and cannot be followed from anywhere else."""

MIRRORS = _names(
    """
    beta.birdsite.live birb.elfenban.de bird.evilcyberhacker.net bird.froth.zone bird.im-in.space
    bird.istheguy.com bird.lgbt.pm bird.makeup bird.samtherapy.net birdbots.leptonics.com
    birdsite.blazelight.dev birdsite.lakedrops.com birdsite.nytpu.com birdsite.platypush.tech
    birdsite.slashdev.space birdsite.thorlaksson.com birdsite.wilde.cloud botsin.space bridge.birb.space
    gateway.occm.cc politbird.twexodus.top press.coop sportsbots.xyz tw.9tail.net tweet.pasture.moe
    tweets.icu twitter.doesnotexist.club twitter.grants.cafe twotter.waifuism.life twtr.carnivore.social
    twtr.disqordia.space twtr.plus twtr.vrij.social twtr.wappie.land twttr.yukineko.me
    """
)
"""Hosts of copies that others run, of Twitter accounts and of the press. A rule by name would not do:
birds.social and fedibird.com are full of people."""

LABELS = _names(
    """
    akkoma fedi fediverse gotosocial masto mastodon misskey mstdn pixelfed pleroma social toot
    """
)
"""Parts of a host's name that tell a fediverse server from a mail domain."""

KNOWN = _names(
    """
    c.im climatejustice.rocks eldritch.cafe fedibird.com fediscience.org fosstodon.org framapiaf.org
    functional.cafe furry.engineer hachyderm.io infosec.exchange ioc.exchange journa.host layer8.space
    libranet.de libretooth.gr m.cmx.im mas.to mastodonapp.uk mathstodon.xyz med-mastodon.com
    merveilles.town metalhead.club narrativ.es pawoo.net peoplemaking.games piaille.fr planet.moe qoto.org
    queer.party scicomm.xyz socel.net sonomu.club sunny.garden tech.lgbt tilde.zone troet.cafe union.place
    universeodon.com vmst.io wandering.shop weirder.earth wien.rocks woof.group
    writing.exchange wxw.moe xoxo.zone zirk.us
    """
)
"""Large servers whose name doesn't tell it, so that `alice@hachyderm.io` is known for an address on the
fediverse. Of others the text has to say so; and every one is asked in the end."""
