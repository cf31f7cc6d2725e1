"""Reminders of tests of records, of judgements, and of the staff pulse."""

from django.db import migrations, models


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0008_drafts_of_forms'),
        ('ledger', '0011_reminders'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='reminder',
            name='reminder_code_known',
        ),
        migrations.AddConstraint(
            model_name='reminder',
            constraint=models.CheckConstraint(condition=models.Q(('code__in', ('recommendation_soon', 'recommendation_passed', 'response_soon', 'response_passed', 'promise_soon', 'promise_late', 'evidence_soon', 'evidence_expired', 'question_asked', 'question_answered', 'room_asked', 'room_answered', 'pack_made', 'pack_failed', 'narrower_judged', 'narrower_replied', 'case_disagrees', 'case_answered', 'pulse_begun', 'emergency_opened', 'emergency_reviewed'))), name='reminder_code_known'),
        ),
    ]
