"""The door to hosts that nobody vouches for.

fetching      the one place that asks them
webfinger     what a host knows of an address on it
nodeinfo      what a server says that it runs
public_hosts  where a request may go: to public hosts only
connections   the hosts that are being asked, and whose turn it is
transport     how an answer is received: within limits of size and time; the token's door has the same
retry_after   when a host may be asked again
"""
