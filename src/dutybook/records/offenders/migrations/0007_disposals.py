"""How the matter was dealt with, which decides for how long an offender must notify."""

from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0004_reallocation'),
        ('offenders', '0006_breaches_of_the_same_offender'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='relevantdate',
            name='disposal',
            field=models.CharField(blank=True, choices=[('life', 'life'), ('indeterminate', 'indeterminate'), ('imprisonment', 'imprisonment'), ('hospital_restricted', 'hospital restricted'), ('hospital', 'hospital'), ('caution', 'caution'), ('conditional_discharge', 'conditional discharge'), ('other', 'other')], default='', max_length=32),
        ),
        migrations.AddField(
            model_name='relevantdate',
            name='term_days',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddField(
            model_name='relevantdate',
            name='term_months',
            field=models.PositiveSmallIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name='relevantdate',
            constraint=models.CheckConstraint(condition=models.Q(('disposal__in', ['', 'life', 'indeterminate', 'imprisonment', 'hospital_restricted', 'hospital', 'caution', 'conditional_discharge', 'other'])), name='relevant_date_disposal_known'),
        ),
        migrations.AddConstraint(
            model_name='relevantdate',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('term_days', None), ('term_months', None)), ('disposal__in', ['imprisonment', 'conditional_discharge']), _connector='OR'), name='relevant_date_term_only_where_one_is_passed'),
        ),
    ]
