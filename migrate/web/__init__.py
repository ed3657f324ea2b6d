"""The door to hosts that nobody vouches for.

fetching      the one place that asks them
public_hosts  where a request may go: to public hosts only
connections   the hosts that are being asked, and whose turn it is
retry_after   how long a host asks to wait
"""
