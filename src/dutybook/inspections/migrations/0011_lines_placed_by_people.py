"""Lines that a reader could not place, placed by people."""

import django.db.models.deletion
import django.db.models.functions.datetime
from django.conf import settings
from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('inspections', '0010_governance_packs'),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name='PlacedLine',
            fields=[
                ('id', models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name='ID')),
                ('line', models.PositiveIntegerField()),
                ('words', models.TextField()),
                ('belongs', models.CharField(choices=[('position', 'What the force says of a recommendation'), ('asked', 'What a recommendation asks'), ('statement', "The commissioner's statement"), ('layout', 'Nothing: it is layout')], max_length=10)),
                ('said_at', models.DateTimeField()),
                ('loaded_at', models.DateTimeField(db_default=django.db.models.functions.datetime.Now(), editable=False)),
                ('recommendation', models.ForeignKey(null=True, on_delete=django.db.models.deletion.PROTECT, related_name='+', to='inspections.recommendation')),
                ('response', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='placed', to='inspections.importedresponse')),
                ('said_by', models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name='+', to=settings.AUTH_USER_MODEL)),
            ],
            options={
                'indexes': [models.Index(fields=['response', 'line', '-id'], name='placed_line_newest')],
                'constraints': [models.CheckConstraint(condition=models.Q(('belongs__in', ['position', 'asked', 'statement', 'layout'])), name='placed_line_belongs'), models.CheckConstraint(condition=models.Q(models.Q(('belongs__in', ['position', 'asked']), ('recommendation__isnull', False)), models.Q(('belongs__in', ['statement', 'layout']), ('recommendation', None)), _connector='OR'), name='placed_line_names_its_recommendation')],
            },
        ),
    ]
