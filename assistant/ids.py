"""Identities, so that a person's id is never taken for a meeting's."""

from typing import NewType

WorkspaceId = NewType("WorkspaceId", str)
"""A Slack workspace, "T012AB3C4"; every record belongs to exactly one."""

AccountId = NewType("AccountId", str)
"""A member's account in the workspace, "U012AB3CD"; contacts have none."""

PersonId = NewType("PersonId", int)
MeetingId = NewType("MeetingId", int)
QuestionId = NewType("QuestionId", int)
MatchId = NewType("MatchId", int)
IntroductionId = NewType("IntroductionId", int)
ReminderId = NewType("ReminderId", int)
ChangeId = NewType("ChangeId", int)
NudgeId = NewType("NudgeId", int)
ListingId = NewType("ListingId", int)
RecommendationId = NewType("RecommendationId", int)
FitId = NewType("FitId", int)
ThanksId = NewType("ThanksId", int)
ReferralId = NewType("ReferralId", int)
PartnershipId = NewType("PartnershipId", int)

DeliveryId = NewType("DeliveryId", str)
"""What stays the same when the same thing is delivered again: an event's id, a form's id."""
