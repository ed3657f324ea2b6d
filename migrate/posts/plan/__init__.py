"""Plan what will be posted, in which order and below what; and what won't, and why. Pure.

choosing  which tweets, and the reason of each that is left out
contents  what there is to choose from: years, languages, words, likes
making    the steps: order, parents, words
"""

from migrate.posts.plan.making import make_plan

__all__ = ["make_plan"]
