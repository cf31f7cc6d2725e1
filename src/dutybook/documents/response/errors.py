"""The one error of setting and writing a response."""


class ResponseError(Exception):
    """A response that cannot be set or written: ``what``, ``where``, and the ``remedy``.

    No file has been left half-written when this is raised.
    """

    def __init__(self, *, what: str, where: str, remedy: str) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where}: {what} {remedy}")
