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
    1000kitap.com 17.live 404.city 500px.com about.me aboutme.com academia.edu allmylinks.com
    alltrails.com amazon.com ameblo.jp anchor.fm anilist.co archiveofourown.org artstation.com ask.fm
    askubuntu.com authory.com bandcamp.com bandsintown.com beacons.ai behance.net bento.me bilibili.com
    bio.link bio.site biolinky.co bionluk.com bit.ly bitchute.com blueskyweb.xyz blurt.blog
    boardgamegeek.com booth.pm brunch.co.kr bsky.app bsky.network bsky.social bsky.team buymeacoffee.com
    buzzsprout.com caffeine.tv campsite.bio cara.app carrd.co cash.app castbox.fm cbsnews.com change.org
    chess.com civitai.com clippings.me clubhouse.com cnn.com codeforces.com codepen.io codesandbox.io
    codewars.com cohost.org contently.com conversations.im crowdfunder.co.uk curiouscat.live curiouscat.me
    curiouscat.qa daily.dev dailymotion.com damus.io deezer.com dev.community dev.to deviantart.com
    discogs.com discord.com discord.gg discourse.org disqus.com dlive.tv douban.com dreamwidth.org
    dribbble.com duolingo.com dzen.ru ebay.com ecency.com eksisozluk.com element.io etsy.com
    eventbrite.com exercism.org eyeem.com facebook.com fanbox.cc fansly.com fantia.jp fantlab.ru
    farcaster.xyz fb.com figma.com fitbit.com fiverr.com flickr.com floatplane.com flow.page foriio.com
    foundation.app fourthwall.com freelancer.com furaffinity.net fxhash.xyz gamejolt.com genius.com
    geocaching.com getalby.com getpocket.com gettr.com github.com github.io gitlab.com glass.photo
    glitch.com gofundme.com golos.io goodpods.com goodreads.com google.com gravatar.com guilded.gg
    gumroad.com guns.lol habr.com hackernoon.com hackerone.com hackerrank.com hackmd.io hashnode.com
    hashnode.dev hey.xyz hive.blog hive.social hoo.be hubpages.com huggingface.co imgur.com inleo.io
    inprnt.com instagram.com iris.to issuu.com itch.io jabb.im jabber.at jabber.de jabber.org jianshu.com
    journoportfolio.com jsdelivr.net jsfiddle.net jsr.io kaggle.com keybase.io kick.com kickstarter.com
    kizlarsoruyor.com ko-fi.com komoot.com komoot.de kwai.com last.fm layers.to lbry.tv leetcode.com
    lemon8-app.com leofinance.io letterboxd.com liberapay.com librarything.com lichess.org likee.video
    line.me linkedin.com linkfly.to linkin.bio linkpop.com linktr.ee listennotes.com lit.link
    livejournal.com lnk.bio lobste.rs locals.com loop.frontiersin.org lu.ma many.link manylink.co
    manylinks.co marshmallow-qa.com mathoverflow.net matrix.org matrix.to matters.news matters.town
    medium.com meetup.com mendeley.com mewe.com milkshake.app minds.com mirrativ.com mirror.xyz
    mixcloud.com msha.ke mubi.com muckrack.com musicbrainz.org myanimelist.net naver.me nebula.tv
    newgrounds.com news.ycombinator.com ngl.link nicegram.app niconico.jp nicovideo.jp njump.me
    nomadlist.com nos.social nostr.com nostrcheck.me nostrplebs.com note.com notion.site npmjs.com
    nytimes.com objkt.com observablehq.com odaibako.net odysee.com ok.ru onedio.com onlyfans.com
    opencollective.com openlibrary.org openrec.tv opensea.io openstreetmap.org orcid.org osu.ppy.sh
    paragraph.com paragraph.xyz patreon.com paypal.me peakd.com peerlist.io peing.net periscope.tv
    picarto.tv piczel.tv pillowfort.social pinboard.com pinterest.com pixiv.net plurk.com podbean.com
    podchaser.com poe.com polywork.com poshmark.com post.news postype.com potofu.me prezi.com primal.net
    producthunt.com profcard.info profile.hatena.ne.jp pronouns.page psnprofiles.com publish0x.com
    publons.com qiita.com quora.com rarible.com rateyourmusic.com ravelry.com read.cash read.cv
    redbubble.com reddit.com replit.com researchgate.net roblox.com rumble.com runkeeper.com sayat.me
    scholar.google.com scratch.mit.edu scribd.com serializd.com serverfault.com sessionize.com setlist.fm
    shopify.com showroom-live.com signal.me skeb.jp slideshare.net smugmug.com snapchat.com snipfeed.co
    snort.social society6.com solo.to songkick.com soundcloud.com speakerdeck.com speakerhub.com
    speedrun.com spotify.com spoutible.com ssrn.com stackblitz.com stackexchange.com stackoverflow.com
    stan.store steamcommunity.com steemit.com strava.com strike.me substack.com suno.com superuser.com
    suzuri.jp t.me t2.social tap.bio tapas.io teespring.com telegram.me telegram.org teletype.in
    tellonym.me theguardian.com themoviedb.org thestorygraph.com threadless.com threema.id throne.com
    tidal.com tiktok.com tipeee.com tippin.me tistory.com toyhou.se traewelling.de trakt.tv trello.com
    triller.co trovo.live tryhackme.com tumblr.com twitcasting.tv twitch.tv twitpic.com twpf.jp unpkg.com
    unsplash.com untappd.com upwork.com utreon.com vc.ru velog.io venmo.com vero.co vice.com viewbug.com
    vimeo.com vivino.com vk.com vsco.co wa.me walletofsatoshi.com warpcast.com wattpad.com weasyl.com
    webtoons.com weibo.com welt.de wikidata.org wikipedia.org wisp.place withkoji.com wordpress.org
    wsj.com xbox.com xhslink.com xing.com xmpp.jp yax.im youtu.be youtube.com zenn.dev zhihu.com zora.co
    """
)
"""Shops, link pages, closed networks, sites with `/@user` in their addresses, and sites whose staff have
mail there: never the fediverse."""

SITE_BRANDS = _names("facebook github instagram mixcloud nostr patreon pinterest researchgate")
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
    ak.birb.space beta.birdsite.live birb.elfenban.de bird.evilcyberhacker.net bird.froth.zone
    bird.im-in.space bird.istheguy.com bird.lgbt.pm bird.makeup bird.samtherapy.net bird.trom.tf
    birdbots.leptonics.com birdsite.blazelight.dev birdsite.lakedrops.com birdsite.live birdsite.monster
    birdsite.nytpu.com birdsite.platypush.tech birdsite.slashdev.space birdsite.thorlaksson.com
    birdsite.toot.si birdsite.wilde.cloud botsin.space bridge.birb.space bridged.cab gateway.occm.cc
    politbird.twexodus.top press.coop respublicae.eu rss-mstdn.studiofreesia.com rss-parrot.net
    sportsbots.xyz tw.9tail.net tweet.pasture.moe tweets.icu twitter.doesnotexist.club twitter.grants.cafe
    twitterbridge.jannis.rocks twotter.waifuism.life twtr.carnivore.social twtr.disqordia.space twtr.plus
    twtr.vrij.social twtr.wappie.land twttr.yukineko.me
    """
)
"""Hosts of copies that others run, of Twitter accounts and of the press. A rule by name would not do:
birds.social and fedibird.com are full of people."""

LABELS = _names(
    """
    akkoma bookwyrm calckey fedi fediscience fedivers fediverse fediverso firefish foundkey friendica
    funkwhale gotosocial gts hometown honk hubzilla iceshrimp kbin lemmy mast mast0don masto mastod
    mastodon mastodonte mastodonten mbin microblogpub misskey mitra mobilizon mstd mstdn owncast peertube
    piefed pixel pixelfed plem pleroma plume sharkey snac sns social sociale sosyal takahe tooot toot
    tooter toots troet writefreely
    """
)
"""Parts of a host's name that tell a fediverse server from a mail domain."""

FORUMS = _names(
    """
    app bbs blog board boards bugs code community dev discourse discuss docs forge forum forums git gitea
    gitlab help jira learn login members portal projects redmine shop store support talk tracker users wiki
    """
)
"""Parts of a host's name that tell a forum, a shop or a forge, whose members' pages are no profiles of
the fediverse unless a name with an @ is in their path (Discourse has `/u/name`)."""

KNOWN = _names(
    """
    0w0.is 101010.pl 3dp.chat 4bear.com abdl.link aethy.com aleph.land alive.bar anarchism.space ani.work
    anticapitalist.party appdot.net artisan.chat artsio.com assemblag.es autistics.life awoo.space bae.st
    baraag.net bark.lgbt beehaw.org beige.party best-friends.chat better.boston bgme.me birds.town
    blacktwitter.io blahaj.zone blob.cat bolha.us bookrastinating.com bookstodon.com booktoot.club
    bsd.cafe bsd.network c.im camp.smolnet.org catcatnya.com cathode.church cawfee.club chinwag.org
    chirp.enworld.org chitter.xyz ciberlandia.pt clacks.link climatejustice.rocks cloudisland.nz
    coletivos.org colorid.es comicscamp.club computerfairi.es convo.casa corteximplant.com cosocial.ca
    cryptodon.lol cville.online cybre.space cztwitter.cz dads.cool deadinsi.de devs.live dewp.space
    dice.camp digipres.club discuss.systems disobey.net dizl.de dmv.community dobbs.town don.linxx.net
    douchi.space dragonscave.space dresden.network drumstodon.net drupal.community econtwitter.net
    eightpoint.app eldritch.cafe elekk.xyz elonsucks.org emacs.ch en.osm.town fairmove.net famichiki.jp
    fandom.ink feddit.it federated.press federatedfandom.net fedibird.com fedihum.org fediphilosophy.org
    fediscience.org feral.cafe fikaverse.club flipping.rocks fosstodon.org fostodon.uk framapiaf.org
    freeradical.zone fribygda.no functional.cafe furries.club furry.engineer gamedev.lgbt gamedev.place
    gametoots.de gensokyo.town glammr.us guild.pmdcollab.org guitar.rodeo h4.io hachyderm.io hackers.town
    handon.club hannover.town helvede.net hispagatos.space horrorhub.club hostsharing.coop
    hub.netzgemeinde.eu hulvr.com icosahedron.website ieji.de im-in.space imaginair.es imastodon.blue
    imastodon.net indieapps.space infosec.exchange infosec.place infosec.town ioc.exchange iosdev.space
    is.nota.live jawns.club jorts.horse journa.host kanoa.de karlsruhe-social.de kcore.org kif.rocks
    kinky.business kirakiratter.com kitsune.moe kmy.blue laserdisc.party layer8.space lgbt.io
    lgbtqia.space liberdon.com libranet.de librem.one libretooth.gr lile.cl linernotes.club lingo.lol
    linuxrocks.online literature.cafe livellosegreto.it loma.ml lor.sh lou.lt lounge.town lsbt.me
    ludosphere.fr m.cmx.im maly.io mamot.fr mander.xyz mapstodon.space mas.to mas.town mastadon.sdf.org
    mastd.racing masterdon.world mastodo.fi mastodon-belgium.be mastodon-japan.net mastodon-swiss.org
    mastodon-uk.net mastodonapp.uk mastodonbooks.net mastodonczech.cz mastodonners.nl mastodonsweden.se
    mastodont.cat mastodontech.de mastodontti.fi mastoot.fr mastorol.es mastoturk.org mathstodon.xyz
    mathtod.online me.dm med-mastodon.com medibubble.org mellified.men mendeddrum.org merveilles.town
    metalhead.club metapixl.com mk.absturztau.be moresci.sale mspsocial.net muri.network musicians.today
    narrativ.es nederland.online neovibe.app nerdculture.de nerdica.net ni.hil.ist nijimiss.moe
    noagendasocial.com nojack.easydns.ca not.acu.lt nya.one o3o.ca oc.todon.fr oekakiskey.com oisaur.com
    ojousama-tea.party oldbytes.space oransns.com oslo.town osm.town otadon.com otogamer.me ottawa.place
    outerheaven.club pagan.plus pawb.fun pawoo.net peoplemaking.games pettingzoo.co photodn.net piaille.fr
    pipou.academy pixey.org planet.moe plasmatrap.com plural.cafe plush.city pnw.zone poa.st
    poliversity.it poliverso.org pony.tube post.lurk.org pouet.chapril.org puntarella.party pxlmo.com
    q.town.im qdon.space qoto.org queer.af queer.garden queer.haus queer.party quietplace.xyz
    radiosocial.de rail.chat raru.re ravenation.club rebel.ar red.niboe.info reddthat.com retro.pizza
    rkgk.moe romancelandia.club rukii.net sakurajima.moe sauropods.win schleuss.online scicomm.xyz
    sciencemastodon.com sciences.re screenwriting.space seo.chat shelter.moe shitposter.club
    silversword.online slrpnk.net snabelen.no soc.punktrash.club socel.net songbird.cloud sonomu.club
    sopuli.xyz soylent.green spacey.space spectra.video spinster.xyz spooky.click squeet.me
    stefanbohacek.online strangeobject.space sunbeam.city sunny.garden supervolcano.angryshark.eu
    sushi.ski swecyb.com swiss-talk.net tabletop.vip tchncs.de tech.lgbt techtoots.com teh.entar.net
    theblower.au theres.life thisis.mylegendary.quest tiggi.es tilde.zone tkz.one tldr.nettime.org
    todon.eu todon.nl tooters.org tooting.ch treehouse.systems triangletoot.party troet.cafe tuiter.rocks
    tukkers.online twingyeo.kr types.pl ubiqueros.com union.place universeodon.com unstable.systems
    uri.life ursal.zone vkl.world vmst.io vocalodon.net vocalounge.cafe voskey.icalo.net vulcano.cl
    wandering.shop wandzeitung.xyz warpday.net weatherishappening.network weirder.earth weirdo.network
    wetdry.world wien.rocks wikis.world witches.live witter.cz wobbl.xyz woof.group worldkey.io write.as
    writing.exchange wxw.moe x0f.org xarxa.cloud xoxo.zone yiff.life zeroes.ca zirk.us zotum.net
    zug.network
    """
)
"""Servers with many people whose name doesn't tell it, so that `alice@hachyderm.io` is known for an address
on the fediverse; nearly all are in fedifinder's list (public/cached/known_instances.json). Of others the
text has to say so; and every one is asked in the end."""
