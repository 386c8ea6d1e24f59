"""Whether a page, calendar or file is made again: only where one of its inputs has changed."""

from collections.abc import Callable, Iterable, Mapping
from datetime import date
from typing import Any

from msgspec import Struct

from katalog.incremental.inputs import RECORD_KINDS, Inputs
from katalog.incremental.published_files import PublishedFiles
from katalog.incremental.store import (
    Made,
    PageNote,
    Plan,
    Sources,
    Store,
    Value,
    packed,
    unpacked,
)
from katalog.read_tracking import Input, Reads, recording
from katalog.views.memo import MEMOISED
from katalog.views.output_kinds import OutputKind
from katalog.views.reader import Reader
from katalog.views.value_digest import arguments_of, parts_of_name


class Output(Struct, frozen=True):
    """A file to publish: its address, its bytes, and what others need to know of a page."""

    address: str
    data: bytes
    note: PageNote | None = None


class Tasks:
    """Runs the tasks whose inputs have changed, and reuses the results of the others."""

    def __init__(
        self, store: Store, inputs: Inputs, readers: Mapping[str, Reader], files: PublishedFiles
    ) -> None:
        self._store, self._inputs, self._readers, self._files = store, inputs, readers, files
        self._day = date.toordinal(next(iter(readers.values())).today)
        self._numbers = {read: number for number, read in enumerate(store.inputs)}
        self._value_numbers = {name: number for number, name in enumerate(store.names)}
        self._records = {id_ for id_, files in store.records.items() if files == inputs.files(id_)}
        self._changed = {
            number for read, number in self._numbers.items() if self._digest(read) != store.digests[number]
        }
        self._before = [*store.values]
        self._same: dict[int, bool] = {}
        self._unchanged: set[int] = set()
        self._plans: dict[str, Plan] = {}
        self._tasks: dict[str, Made] = {}

    def _digest(self, read: Input) -> bytes:
        """Return the digest of an input; that of a record whose files are the same is known."""
        (kind, key), before = read, self._store.digests
        number = self._numbers.get(read, len(before))
        is_known = number < len(before) and kind in RECORD_KINDS and key in self._records
        return before[number] if is_known else self._inputs.digest(read)

    def keys(self, name: str, reader: Reader, kind: OutputKind[Any]) -> list[str]:
        """Return the keys of a kind: one task each."""
        if name in self._plans:
            return self._plans[name].keys
        plan = self._store.plans.get(name)
        if plan is None or not self._is_up_to_date(plan.sources):
            with recording() as reads:
                found = [*map(str, kind.keys(reader))]
            plan = Plan(self._sources(reads), found)
        self._plans[name] = plan
        return plan.keys

    def outputs(self, name: str, make: Callable[[], Iterable[Output]]) -> Made:
        """Return a task's last result if its inputs and its files are unchanged; otherwise run it, once."""
        if name in self._tasks:
            return self._tasks[name]
        made = self._store.tasks.get(name)
        if not (made and self._is_up_to_date(made.sources) and self._files.keep(made.files)):
            with recording() as reads:
                found = list(make())
            files = dict(self._files.write(each.address, each.data) for each in found)
            made = Made(self._sources(reads), files, [each.note for each in found if each.note])
        self._tasks[name] = made
        return made

    def _is_up_to_date(self, sources: Sources) -> bool:
        return (
            sources.first <= self._day <= sources.last
            and self._changed.isdisjoint(unpacked(sources.inputs))
            and (
                self._unchanged.issuperset(unpacked(sources.values))  # mostly, and quickly
                or all(map(self._is_same, unpacked(sources.values)))
            )
        )

    def _is_same(self, number: int) -> bool:
        """Return whether a value is that of the last build; it is computed again if its inputs differ."""
        if number not in self._same:
            before = self._before[number]
            self._same[number] = (
                self._is_up_to_date(before.sources)
                or self._digest_of(self._store.names[number]) == before.digest
            )
            if self._same[number]:
                self._unchanged.add(number)
        return self._same[number]

    def _digest_of(self, name: str) -> bytes:
        """Compute a value again and return its digest; nothing if its arguments are gone."""
        function, language, written = parts_of_name(name)
        reader = self._readers[language]
        with recording() as reads:
            try:
                MEMOISED[function](reader, *arguments_of(reader, written))
            except LookupError:
                return b""
        return self.digest_now(name) if name in reads.values else b""

    def _sources(self, reads: Reads) -> Sources:
        inputs = (self._number(each) for each in reads.inputs)
        values = (self._value_numbers[name] for name in reads.values)
        return Sources(packed(inputs), packed(values), reads.first, reads.last)

    def _number(self, read: Input) -> int:
        number = self._numbers.setdefault(read, len(self._numbers))
        if number == len(self._store.inputs):
            self._store.inputs.append(read)
        return number

    def _value_number(self, name: str) -> int:
        number = self._value_numbers.setdefault(name, len(self._store.names))
        if number == len(self._store.names):
            self._store.names.append(name)
        return number

    def note(self, name: str, digest: bytes, reads: Reads) -> None:
        """Record the dependencies of a value, before those of anything that depends on it."""
        value, number = Value(self._sources(reads), digest), self._value_number(name)
        if number == len(self._store.values):
            self._store.values.append(value)
        else:
            self._store.values[number] = value

    def digest_before(self, name: str) -> bytes:
        """Return the digest a value had in the last build; nothing if one of its inputs has changed."""
        number = self._value_numbers.get(name)
        if (
            number is None
            or number >= len(self._before)
            or not self._is_up_to_date(self._before[number].sources)
        ):
            return b""
        return self._before[number].digest

    def digest_now(self, name: str) -> bytes:
        """Return the digest of a value in this build, or in the last one if it was not needed yet."""
        number = self._value_numbers.get(name)
        return b"" if number is None else self._store.values[number].digest

    def finished(self) -> Store:
        """Return the store for the next build."""
        self._store.digests = [*map(self._digest, self._store.inputs)]
        ids = {key for kind, key in self._store.inputs if kind in RECORD_KINDS}
        self._store.records = {id_: found for id_ in sorted(ids) if (found := self._inputs.files(id_))}
        self._store.plans, self._store.tasks = self._plans, self._tasks
        return self._store
