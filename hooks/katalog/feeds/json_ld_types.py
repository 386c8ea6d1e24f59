"""schema.org's types, as far as the site uses them, and nothing else; what is not known is left out."""

from msgspec import Struct, field

CONTEXT = "https://schema.org"
SCHEMA = f"{CONTEXT}/"


class Node(Struct, frozen=True, omit_defaults=True, rename="camel", gc=False):
    """Anything; `id` is its address, by which other nodes name it."""

    context: str = field(default="", name="@context")
    type: str = field(default="", name="@type")
    id: str = field(default="", name="@id")


class Thing(Node, frozen=True):
    """Another record, the operator, or where a meeting is held."""

    name: str = ""
    url: str = ""


class Place(Thing, frozen=True):
    """Where a meeting is held, with an address in words or that of its record."""

    address: "str | PostalAddress" = ""


class WebSite(Thing, frozen=True):
    """The site, on its first page."""

    in_language: str = ""
    publisher: Thing | None = None


class ListItem(Node, frozen=True):
    """One breadcrumb; `position` counts from 1."""

    position: int = 0
    name: str = ""
    item: Node | None = None


class ListedPage(Node, frozen=True):
    """One page of a list; `position` counts from 1."""

    position: int = 0
    url: str = ""


class ItemList(Node, frozen=True):
    """The pages that a list leads to, in its order."""

    item_list_element: tuple[ListedPage, ...] = ()


class BreadcrumbList(Node, frozen=True):
    """The breadcrumbs of a page, itself included."""

    item_list_element: tuple[ListItem, ...] = ()


class Audience(Node, frozen=True):
    """Whom a course is for."""

    audience_type: str = ""


class PriceSpecification(Node, frozen=True):
    """Whether VAT is in a price, and of what costs from or up to it, which."""

    value_added_tax_included: bool | None = None
    min_price: float | None = None
    max_price: float | None = None


class Offer(Node, frozen=True):
    """A price; 0 is free of charge."""

    name: str = ""
    price: float | None = None
    price_currency: str = ""
    price_specification: PriceSpecification | None = None
    category: str = ""
    url: str = ""
    availability: str = ""
    description: str = ""
    valid_from: str = ""
    valid_through: str = ""


class Event(Node, frozen=True):
    """One session or meeting."""

    name: str = ""
    start_date: str = ""
    end_date: str = ""
    event_status: str = ""
    event_attendance_mode: str = ""
    maximum_attendee_capacity: int | None = None
    performer: tuple[Thing, ...] = ()
    location: Node | tuple[Node, ...] | None = None
    sub_event: "tuple[Event, ...]" = ()


class Schedule(Node, frozen=True):
    """How often a run, which has the dates, meets: `repeat_frequency` is Daily, Weekly, Monthly or Yearly.

    `duration` is that of each meeting (ISO 8601), where all last as long.
    """

    repeat_count: int = 0
    repeat_frequency: str = ""
    duration: str = ""


class CourseInstance(Node, frozen=True):
    """One run of a course."""

    name: str = ""
    start_date: str = ""
    end_date: str = ""
    course_mode: tuple[str, ...] = ()
    course_workload: str = ""
    course_schedule: Schedule | None = None
    organizer: tuple[Node, ...] = ()
    event_status: str = ""
    event_attendance_mode: str = ""
    maximum_attendee_capacity: int | None = None
    instructor: tuple[Thing, ...] = ()
    performer: tuple[Thing, ...] = ()
    location: tuple[Node, ...] = ()
    offers: tuple[Offer, ...] = ()
    sub_event: tuple[Event, ...] = ()


class CourseNode(Node, frozen=True):
    """A course with its runs."""

    name: str = ""
    alternate_name: str = ""
    description: str = ""
    in_language: tuple[str, ...] = ()
    provider: Thing | tuple[Thing, ...] | None = None
    keywords: tuple[str, ...] = ()
    teaches: tuple[str, ...] = ()
    course_prerequisites: str = ""
    educational_credential_awarded: str = ""
    educational_level: str = ""
    number_of_credits: "PropertyValue | None" = None
    funder: tuple[Thing, ...] = ()
    audience: Audience | None = None
    offers: tuple[Offer, ...] = ()
    has_course_instance: tuple[CourseInstance, ...] = ()


class ProjectNode(Node, frozen=True):
    """A project is an organisation in schema.org, with events of its own."""

    name: str = ""
    url: str = ""
    description: str = ""
    founding_date: str = ""
    dissolution_date: str = ""
    same_as: str = ""
    parent_organization: Thing | None = None
    sub_organization: tuple[Thing, ...] = ()
    funder: tuple[Thing, ...] = ()
    member: tuple[Thing, ...] = ()
    event: tuple[Event, ...] = ()


class PostalAddress(Node, frozen=True):
    """Where a library or organisation is."""

    street_address: str = ""
    address_locality: str = ""
    address_region: str = ""
    address_country: str = ""


class GeoCoordinates(Node, frozen=True):
    """A place on the map (WGS 84)."""

    latitude: float | None = None
    longitude: float | None = None


class PropertyValue(Node, frozen=True):
    """A number that names something in a register."""

    property_id: str = field(default="", name="propertyID")
    value: str = ""


class Organization(Node, frozen=True):
    """A library or another organisation."""

    name: str = ""
    alternate_name: tuple[str, ...] = ()
    url: str = ""
    same_as: str = ""
    description: str = ""
    address: PostalAddress | None = None
    geo: GeoCoordinates | None = None
    email: str = ""
    telephone: str = ""
    parent_organization: Thing | None = None
    identifier: PropertyValue | None = None


class Person(Node, frozen=True):
    """A person of a record's own page."""

    name: str = ""
    url: str = ""
    job_title: str = ""
    works_for: Thing | None = None
    email: str = ""
    telephone: str = ""
    knows_language: tuple[str, ...] = ()


class NewsArticle(Node, frozen=True):
    """News."""

    headline: str = ""
    url: str = ""
    description: str = ""
    date_published: str = ""
    expires: str = ""
    in_language: str = ""
    author: Thing | None = None
    publisher: Thing | None = None
    keywords: tuple[str, ...] = ()
    about: tuple[Thing, ...] = ()
