"""Hosts that are known for something, by name. Data, with no rule in it.

The never-fediverse list and the mail providers go back to the deny lists of fedifinder
(github.com/lucahammer/fedifinder, public/client.js), debirdify
(github.com/pruvisto/debirdify, main/extract_mastodon_ids.py) and movetodon
(github.com/tibor/movetodon, script.js); a name stands for itself and all below it.
The mirrors are those of Misskey instance operators' public lists and of the software's
own pages (github.com/NicolasConstant/BirdsiteLive).
"""


def _names(text: str) -> frozenset[str]:
    return frozenset(text.split())


NEVER = _names(
    """
    about.me aboutme.com beacons.ai bento.me bit.ly blurt.blog bsky.app bsky.social buymeacoffee.com
    cash.app cbsnews.com chess.com clubhouse.com cnn.com codesandbox.io dev.to discord.com discord.gg
    dlive.tv dzen.ru ecency.com facebook.com fanbox.cc fantia.jp farcaster.xyz fb.com figma.com foriio.com
    foundation.app fxhash.xyz gamejolt.com getpocket.com gettr.com github.com github.io gitlab.com
    golos.io goodreads.com google.com hashnode.com hashnode.dev hey.com hey.xyz hive.blog huggingface.co
    inleo.io instagram.com jsdelivr.net jsr.io keybase.io kick.com ko-fi.com kwai.com last.fm lbry.tv
    lemon8-app.com leofinance.io lichess.org likee.video linkedin.com linktr.ee lit.link manylink.co
    matrix.to medium.com mewe.com minds.com mirror.xyz mixcloud.com nomadlist.com note.com npmjs.com
    nytimes.com objkt.com observablehq.com odysee.com opensea.io paragraph.com paragraph.xyz patreon.com
    peakd.com pinboard.com pinterest.com pixiv.net plurk.com polywork.com poshmark.com producthunt.com
    pronouns.page publish0x.com rarible.com read.cash read.cv reddit.com replit.com researchgate.net
    rumble.com scratch.mit.edu signal.me skeb.jp snapchat.com solo.to soundcloud.com speakerdeck.com
    spotify.com spoutible.com steemit.com substack.com t.co t.me tap.bio telegram.me teletype.in
    theguardian.com tiktok.com tippin.me traewelling.de triller.co tumblr.com twitch.tv twitter.com
    unpkg.com unsplash.com vc.ru venmo.com vice.com vimeo.com vk.com vsco.co wa.me warpcast.com weibo.com
    welt.de withkoji.com wsj.com x.com xing.com youtu.be youtube.com zora.co
    """
)
"""Sites with `/@user` in their addresses, and sites whose staff have mail there: never the fediverse."""

NEVER_BRANDS = _names("facebook github instagram mixcloud patreon pinterest researchgate")
"""The same under every ending."""

MAIL = _names(
    """
    163.com aol.com arcor.de bell.net btinternet.com comcast.net duck.com free.fr gmail.com googlemail.com
    icloud.com jabber.ccc.de laposte.net libero.it mac.com mail.com mail.ru mailbox.org me.com msn.com
    naver.com orange.fr pm.me pobox.com posteo.de posteo.net qq.com riseup.net t-online.de verizon.net
    web.de
    """
)

MAIL_BRANDS = _names("fastmail gmx hotmail live outlook proton protonmail tuta tutanota yahoo yandex zoho")

OPT_IN = _names("brid.gy flipboard.com micro.blog mostr.pub threads.com threads.net wordpress.com")
"""Places where an account takes part only if its owner wants it to: WebFinger knows."""

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
    universeodon.com vivaldi.net vmst.io wandering.shop weirder.earth wien.rocks woof.group
    writing.exchange wxw.moe xoxo.zone zirk.us
    """
)
"""Large servers whose name doesn't tell it, so that `alice@hachyderm.io` is known for an address on the
fediverse. Of others the text has to say so; and every one is asked in the end."""
