"""The public site as a Django application."""

from django.apps import AppConfig


class PublicConfig(AppConfig):
    name = "dutybook.public"
    label = "public"
    verbose_name = "Public site"
