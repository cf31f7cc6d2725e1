"""The one error that a reading raises."""


class ReadingError(Exception):
    """A file that cannot be read as a published response.

    ``what`` says what is wrong, ``where`` the file with the line or byte, ``remedy`` what to do.
    Nothing has been written or kept when this is raised.
    """

    def __init__(self, *, what: str, where: str, remedy: str) -> None:
        self.what = what
        self.where = where
        self.remedy = remedy
        super().__init__(f"{where}: {what} {remedy}")
