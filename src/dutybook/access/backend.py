"""Who a session belongs to, read with their force in one statement: every page names it."""

from django.contrib.auth.backends import ModelBackend

from dutybook.access.models import User


class AccountBackend(ModelBackend):
    """Passwords as Django checks them; the account comes with its force."""

    def get_user(self, user_id: int) -> User | None:
        user = User.objects.select_related("force").filter(pk=user_id).first()
        return user if user is not None and self.user_can_authenticate(user) else None
