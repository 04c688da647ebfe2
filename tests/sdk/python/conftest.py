"""The stage of the flow: a running service, an operator of it, and what every test of the flow needs first.

`scripts/test-sdk python` starts the service and names it in the environment.
"""

import datetime
import os
from collections.abc import Iterator
from dataclasses import dataclass

import pytest
from recourse import Recourse
from recourse.models import (
    AskAccess,
    BatchMode,
    ChannelFeed,
    ClientCredentials,
    Controller,
    Eligibility,
    IdentityElement,
    IdentityNeed,
    NewCampaign,
    NewClient,
    NewController,
    NewOrganisation,
    Organisation,
    OrganisationChange,
    Policy,
    Scope,
    TestEvidence,
)

ADDRESS = os.environ["RECOURSE_TEST_ADDRESS"]


@dataclass
class Stage:
    """Who takes part."""

    organisation: Organisation
    controller: Controller
    credentials: ClientCredentials
    union: Recourse
    office: Recourse


def caller(credentials: ClientCredentials) -> Recourse:
    """A client of the service with credentials of its own."""
    return Recourse(ADDRESS, credentials.client_id, str(credentials.client_secret))


@pytest.fixture(scope="session")
def operator() -> Iterator[Recourse]:
    """The operator, whose client was made on the command line."""
    with Recourse(ADDRESS, os.environ["RECOURSE_TEST_CLIENT_ID"], os.environ["RECOURSE_TEST_CLIENT_SECRET"]) as operator:
        yield operator


def enrol(operator: Recourse) -> Organisation:
    """An organisation with its evidence for Article 80(1)."""
    new = NewOrganisation(name="Union of Platform Workers", country="FR", language="fr", contact_email="rights@union.example.org")
    organisation = operator.organisations.create_organisation(new)
    evidence = TestEvidence(document="Statutes", dated=datetime.date(2020, 1, 1))
    eligibility = Eligibility(
        not_for_profit=evidence,
        properly_constituted=evidence,
        public_interest_aims=evidence,
        active_in_data_protection=evidence,
        constituted_in="FR",
        national_basis="Loi 78-17, art. 37",
    )
    return operator.organisations.update_organisation(organisation.id, OrganisationChange(eligibility=eligibility))


@pytest.fixture(scope="session")
def stage(operator: Recourse) -> Iterator[Stage]:
    """A union with a client for everything, and a controller that reads its feed."""
    organisation = enrol(operator)
    everything = [
        Scope.PEOPLE_READ,
        Scope.PEOPLE_WRITE,
        Scope.REQUESTS_READ,
        Scope.REQUESTS_WRITE,
        Scope.ANSWERS_READ,
        Scope.COMPLAINTS_READ,
        Scope.COMPLAINTS_WRITE,
        Scope.WEBHOOKS_MANAGE,
        Scope.DIRECTORY_READ,
    ]
    member = NewClient(name="member system", scopes=everything)
    credentials = operator.organisations.create_organisation_client(organisation.id, member)
    need = IdentityNeed(element=IdentityElement.EMAIL, description="Address of the account", optional=False)
    entry = NewController(name="Sample Rides SAS", place="FR", channels=[ChannelFeed()], identity_needs=[need])
    controller = operator.controllers.create_controller(entry)
    desk = NewClient(name="privacy desk", scopes=[Scope.INBOX_READ, Scope.INBOX_ANSWER])
    keys = operator.controllers.create_controller_client(controller.id, desk)
    with caller(credentials) as union, caller(keys) as office:
        yield Stage(organisation, controller, credentials, union, office)
