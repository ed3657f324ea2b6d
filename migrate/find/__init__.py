"""Who of the people on Twitter is on the fediverse: asks the archive first, and others only when told to.

book      the contacts of an archive, by id and by handle
gather    an archive to contacts, and to the addresses that its texts name
"""
