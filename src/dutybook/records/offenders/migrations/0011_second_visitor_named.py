"""Who went along to a visit, by name, and what is to be done after it."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('ledger', '0006_orders_beneath_offenders'),
        ('offenders', '0010_answers_to_orders'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.AddField(
            model_name='visit',
            name='follow_up',
            field=models.TextField(blank=True, default='', max_length=4000),
        ),
        migrations.AddField(
            model_name='visit',
            name='second',
            field=models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL),
        ),
        migrations.AddIndex(
            model_name='visit',
            index=models.Index(condition=models.Q(('second__isnull', False)), fields=['second'], name='visit_of_second'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('second', None), ('done_by', None), models.Q(('second', models.F('done_by')), _negated=True), _connector='OR'), name='visit_second_is_somebody_else'),
        ),
        migrations.AddConstraint(
            model_name='visit',
            constraint=models.CheckConstraint(condition=models.Q(('second', None), models.Q(('crew__gte', 2), ('crew__isnull', False)), _connector='OR'), name='visit_second_makes_two'),
        ),
    ]
