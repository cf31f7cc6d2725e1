"""Which lists left the system as files, made by whom and why; all of it of one force."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models


ONE_FORCE = """
ALTER TABLE ledger_export
    ADD CONSTRAINT export_maker_of_force FOREIGN KEY (made_by_id, force_id)
        REFERENCES access_user (id, force_id);
"""

UNDO = "ALTER TABLE ledger_export DROP CONSTRAINT export_maker_of_force"


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0002_grants_of_one_force_and_apart'),
        ('ledger', '0004_reallocation'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='Export',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('list_name', models.CharField(max_length=40)),
                ('narrowed', models.CharField(blank=True, max_length=400)),
                ('form', models.CharField(choices=[('csv', 'csv'), ('xlsx', 'xlsx')], max_length=4)),
                ('rows', models.PositiveIntegerField()),
                ('reason', models.CharField(max_length=1000)),
                ('made_at', models.DateTimeField()),
                ('force', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to='access.force')),
                ('made_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['force', '-id'], name='export_of_force')],
                'constraints': [models.CheckConstraint(condition=models.Q(('reason', ''), _negated=True), name='export_has_reason'), models.CheckConstraint(condition=models.Q(('form__in', ('csv', 'xlsx'))), name='export_form_known'), models.CheckConstraint(condition=models.Q(('list_name', ''), _negated=True), name='export_names_a_list')],
            },
        ),
        migrations.RunSQL(ONE_FORCE, UNDO),
    ]
