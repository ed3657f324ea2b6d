"""When the next request may go: windows, what the server says of them, and what earlier runs have used."""

import pytest

from migrate.mastodon import Budget, Pace, Quota
from migrate.mastodon.families import MASTODON, OTHERS
from migrate.mastodon.pace import RateHeaders, one_every

ALIGNED = Budget(Quota.POSTS, 3, 100)
ROLLING = Budget(Quota.REQUESTS, 2, 10, aligned=False)
SUCCESSES = Budget(Quota.FOLLOWS, 2, 1000, counts_only_successes=True)
START = 1_000_000.0


def pace(*budgets: Budget) -> Pace:
    """Nothing is used yet."""
    return Pace({budget.quota: budget for budget in budgets or (ALIGNED, ROLLING, SUCCESSES)})


def used(one: Pace, count: int, quota: Quota, now: float) -> Pace:
    """After so many requests."""
    for _ in range(count):
        one = one.after([quota], now)
    return one


def test_an_aligned_window_ends_at_a_multiple_of_its_length() -> None:
    """However late in it the first request was."""
    spent = used(pace(), 3, Quota.POSTS, START + 90)

    assert spent.free_at([Quota.POSTS], START + 95) == (START + 100, Quota.POSTS)
    assert spent.free_at([Quota.POSTS], START + 100) == (START + 100, None)


def test_a_rolling_window_begins_with_its_first_request() -> None:
    """And the next one with the first after its end."""
    spent = used(pace(), 2, Quota.REQUESTS, START + 3)

    assert spent.free_at([Quota.REQUESTS], START + 4) == (START + 13, Quota.REQUESTS)


def test_the_last_budget_to_be_free_counts() -> None:
    """It is the one that is named."""
    spent = used(used(pace(), 3, Quota.POSTS, START), 2, Quota.REQUESTS, START)

    assert spent.free_at([Quota.REQUESTS, Quota.POSTS], START) == (START + 100, Quota.POSTS)


def test_what_has_no_budget_is_free() -> None:
    """Whatever was sent."""
    assert used(pace(), 99, Quota.DELETES, START).free_at([Quota.DELETES], START) == (START, None)


def test_the_last_of_many_is_foretold() -> None:
    """Three now, three in the next window, one in the one after."""
    assert pace(ALIGNED).last_at([[Quota.POSTS]] * 7, START + 50) == START + 200


NOW = 1795835129.5
"""2026-11-28T03:05:29.5Z, when Mastodon 4.5.15 was asked for more than it allows."""
THREE_HOURS, HALF_AN_HOUR, FIVE_MINUTES = 1795845600.8, 1795836600.8, 1795835400.9
"""The ends of its windows, as its headers tell them: with the microseconds of now."""
POSTING = (Quota.POSTS, Quota.USER_LIMIT, Quota.REQUESTS)


@pytest.mark.parametrize(
    ("quotas", "headers", "meant"),
    [
        # limits_posts:posts.301, limits:token.post, limits:media.31, token.media, delete.31, pages.301
        (POSTING, RateHeaders(300, 0, THREE_HOURS), [Quota.POSTS]),
        (POSTING, RateHeaders(300, 0, FIVE_MINUTES), [Quota.REQUESTS]),
        ((Quota.UPLOADS, Quota.REQUESTS), RateHeaders(30, 0, HALF_AN_HOUR), [Quota.UPLOADS]),
        ((Quota.UPLOADS, Quota.REQUESTS), RateHeaders(300, 0, FIVE_MINUTES), [Quota.REQUESTS]),
        ((Quota.DELETES, Quota.REQUESTS), RateHeaders(30, 0, HALF_AN_HOUR), [Quota.DELETES]),
        ((Quota.PAGES, Quota.REQUESTS), RateHeaders(300, 0, NOW - NOW % 900 + 900), [Quota.PAGES]),
        # another limit than Mastodon's own, with a window that only posts have; and with one that all have
        (POSTING, RateHeaders(100, 0, NOW + 7200), [Quota.POSTS]),
        (POSTING, RateHeaders(100, 0, NOW + 60), [Quota.POSTS, Quota.REQUESTS]),
        # nothing is said, or it can't be that
        (POSTING, None, [Quota.POSTS, Quota.REQUESTS]),
        (POSTING, RateHeaders(300, 17, FIVE_MINUTES), [Quota.POSTS, Quota.REQUESTS]),
        (POSTING, RateHeaders(300, 0, NOW + 86400), [Quota.POSTS, Quota.REQUESTS]),
    ],
)
def test_what_a_refusal_means(
    quotas: tuple[Quota, ...], headers: RateHeaders | None, meant: list[Quota]
) -> None:
    """The window that is full, by its limit and its end; never the user's own."""
    mastodon = Pace(
        {budget.quota: budget for budget in MASTODON.oldest.budgets}
        | {Quota.USER_LIMIT: Budget(Quota.USER_LIMIT, 1, 86400)}
    )

    assert list(mastodon.meant_by(quotas, headers, NOW)) == meant


def test_a_refusal_is_refunded_where_only_successes_count() -> None:
    """Never below nothing."""
    spent = used(used(pace(), 1, Quota.FOLLOWS, START), 1, Quota.POSTS, START)
    back = spent.refunded([Quota.FOLLOWS, Quota.POSTS], START).refunded([Quota.FOLLOWS], START)

    assert (back.spent[Quota.FOLLOWS].used, back.spent[Quota.POSTS].used) == (0, 1)


@pytest.mark.parametrize(
    ("limit", "remaining", "reset", "counted"),
    [
        (3, 0, START + 100, 3),  # somebody else has posted, too
        (3, 2, START + 100, 2),  # not less than was sent: the answer may be an old one
        (5, 0, START + 100, 2),  # another budget's
        (3, 0, START + 50, 2),  # another window's
    ],
)
def test_the_server_is_believed_about_its_own_budget(
    limit: int, remaining: int, reset: float, counted: int
) -> None:
    """It is known by its limit and its end."""
    spent = used(pace(), 2, Quota.POSTS, START)
    corrected = spent.corrected([Quota.POSTS], RateHeaders(limit, remaining, reset), START + 1)

    assert corrected.spent[Quota.POSTS].used == counted


def test_a_rolling_window_is_where_the_server_says() -> None:
    """Also if less is used than was thought; the fraction of the second is not in its word."""
    spent = used(pace(), 2, Quota.REQUESTS, START)
    corrected = spent.corrected([Quota.REQUESTS], RateHeaders(2, 1, START + 6), START + 1)

    assert (corrected.spent[Quota.REQUESTS].start, corrected.spent[Quota.REQUESTS].used) == (START - 3, 1)


def test_not_now_blocks() -> None:
    """Also what has no budget."""
    blocked = pace().blocked_until([Quota.DELETES, Quota.POSTS], START + 30)

    assert blocked.free_at([Quota.DELETES], START) == (START + 30, Quota.DELETES)
    assert blocked.free_at([Quota.POSTS], START + 31) == (START + 31, None)


def test_usage_survives_being_stored() -> None:
    """And is added to what this run has used in the same window; an older window is over."""
    before = used(pace(), 2, Quota.POSTS, START).blocked_until([Quota.UPLOADS], START + 500)
    rows = before.usage()

    again = used(pace(), 1, Quota.POSTS, START + 1).with_usage(rows, START + 101)
    later = used(pace(), 1, Quota.POSTS, START + 101).with_usage(rows, START + 101)

    assert rows["posts"] == (START, 2, 0.0)
    assert (again.spent[Quota.POSTS].used, later.spent[Quota.POSTS].used) == (3, 1)
    assert later.free_at([Quota.UPLOADS], START + 101) == (START + 500, Quota.UPLOADS)


def test_the_users_own_limit_comes_on_top() -> None:
    """Under the name that it has in every ledger."""
    slow = pace(ALIGNED).with_budget(Budget(Quota.USER_LIMIT, 1, 50, aligned=False))
    spent = slow.after([Quota.POSTS, Quota.USER_LIMIT], START)

    assert spent.free_at([Quota.POSTS, Quota.USER_LIMIT], START) == (START + 50, Quota.USER_LIMIT)
    assert set(spent.usage()) == {"posts", "chosen"}


def test_stored_names_never_change() -> None:
    """They stand in every ledger."""
    names = ["requests", "pages", "posts", "uploads", "deletes", "follows", "unfollows", "chosen"]
    assert [quota.value for quota in Quota] == names


def test_before_its_first_second_a_window_is_open() -> None:
    """A clock that stepped back does not make room for more."""
    spent = used(pace(), 2, Quota.REQUESTS, START + 0.9)

    assert spent.free_at([Quota.REQUESTS], START + 0.3) == (START + 10.9, Quota.REQUESTS)
    assert spent.after([Quota.REQUESTS], START + 0.3).spent[Quota.REQUESTS].used == 3


def test_a_pace_is_one_request_and_the_next_so_much_later() -> None:
    """Counted from the request itself, however long its answer takes."""
    sent = Pace({Quota.POSTS: one_every(3.6, Quota.POSTS)}).after([Quota.POSTS], START)

    assert sent.answered([Quota.POSTS], START + 2).free_at([Quota.POSTS], START + 2) == (
        START + 3.6,
        Quota.POSTS,
    )
    assert sent.last_at([[Quota.POSTS]] * 10, START) == pytest.approx(START + 36)


def test_a_servers_window_begins_when_the_request_arrives() -> None:
    """At the latest when it is answered; by then some have been used, and only the first opens one."""
    sent = pace().after([Quota.REQUESTS], START)
    again = sent.answered([Quota.REQUESTS], START + 2).after([Quota.REQUESTS], START + 3)

    assert again.answered([Quota.REQUESTS], START + 4).free_at([Quota.REQUESTS], START + 4) == (
        START + 12,
        Quota.REQUESTS,
    )


def test_an_aligned_window_does_not_move_with_an_answer() -> None:
    """It begins at its moment, whoever asks."""
    sent = pace().after([Quota.POSTS], START + 99)

    assert sent.answered([Quota.POSTS], START + 99.5).spent == sent.spent


@pytest.mark.parametrize("ahead", [5.0, 600.0, 86400.0, 1e9])
def test_what_was_stored_in_the_future_counts_from_now(ahead: float) -> None:
    """The clock of the earlier run was wrong: what it used is used, and no longer than one window."""
    rows = used(used(pace(), 3, Quota.POSTS, START + ahead), 2, Quota.REQUESTS, START + ahead).usage()
    again = pace().with_usage(rows, START + 1)

    assert again.free_at([Quota.POSTS], START + 1) == (START + 100, Quota.POSTS)
    assert again.free_at([Quota.REQUESTS], START + 1) == (START + 11, Quota.REQUESTS)


def test_a_ban_that_was_stored_is_a_days_at_most() -> None:
    """No server has longer windows."""
    rows = pace().blocked_until([Quota.DELETES], START + 1e9).usage()

    assert pace().with_usage(rows, START).free_at([Quota.DELETES], START)[0] == START + 86400


def test_nobody_is_sent_more_than_a_request_a_second_unasked() -> None:
    """Where no limit is known: one by one, and not sixty at once."""
    polite = Pace({budget.quota: budget for budget in OTHERS.oldest.budgets})
    for quota in (Quota.POSTS, Quota.FOLLOWS, Quota.UNFOLLOWS):
        assert polite.last_at([[quota]] * 31, START) == START + 30
