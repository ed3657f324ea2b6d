"""The door to hosts that nobody vouches for.

fetching       the one place that asks them
webfinger      the answers of a host about an address on it
nodeinfo       the software that a server runs, by its own word
host_software  asking a host for that word
public_hosts   the check that a request goes to a public host
connections    the connections to hosts, one request a host at a time
json_body      the body of an answer as JSON, or none
transport      receiving an answer within limits of size and time, for both doors
retry_after    the moment when a host may be asked again
"""
