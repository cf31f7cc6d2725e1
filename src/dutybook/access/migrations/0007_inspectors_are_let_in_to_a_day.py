"""Whoever inspects is let in to a day, and holds no other role beside.

The exclusion of the second migration is made again with the new role in it.
"""

from django.db import migrations, models


APART = """
ALTER TABLE access_rolegrant DROP CONSTRAINT access_rolegrant_apart;
ALTER TABLE access_rolegrant
    ADD CONSTRAINT access_rolegrant_apart EXCLUDE USING gist (
        int8range(user_id, user_id, '[]') WITH &&,
        (CASE role
            WHEN 'administrator' THEN int4range(NULL, NULL)
            WHEN 'commissioners_office' THEN int4range(NULL, NULL)
            {inspector}WHEN 'investigator' THEN int4range(1, 1, '[]')
            WHEN 'offender_manager' THEN int4range(2, 2, '[]')
            WHEN 'supervisor' THEN int4range(3, 3, '[]')
            WHEN 'analyst' THEN int4range(4, 4, '[]')
            WHEN 'inspection_liaison' THEN int4range(5, 5, '[]')
            WHEN 'chief_officer' THEN int4range(6, 6, '[]')
            WHEN 'wellbeing_lead' THEN int4range(7, 7, '[]')
            WHEN 'auditor' THEN int4range(8, 8, '[]')
        END) WITH &&,
        int8range(team_id, team_id, '[]') WITH &&,
        tstzrange(from_at, until_at) WITH &&
    );
"""
INSPECTOR = "WHEN 'inspector' THEN int4range(NULL, NULL)\n            "


class Migration(migrations.Migration):

    dependencies = [
        ('access', '0006_mail_says_that_notices_wait'),
    ]

    operations = [
        migrations.RemoveConstraint(
            model_name='rolegrant',
            name='access_rolegrant_role_is_known',
        ),
        migrations.AlterField(
            model_name='rolegrant',
            name='role',
            field=models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('inspector', 'Inspector'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AlterField(
            model_name='rolegrantchange',
            name='role',
            field=models.CharField(choices=[('investigator', 'Investigator'), ('offender_manager', 'Offender manager'), ('supervisor', 'Supervisor'), ('analyst', 'Analyst'), ('inspection_liaison', 'Inspection liaison'), ('chief_officer', 'Chief officer'), ('commissioners_office', "Commissioner's office"), ('wellbeing_lead', 'Wellbeing lead'), ('auditor', 'Auditor'), ('inspector', 'Inspector'), ('administrator', 'Administrator')], max_length=30),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(('role__in', ['investigator', 'offender_manager', 'supervisor', 'analyst', 'inspection_liaison', 'chief_officer', 'commissioners_office', 'wellbeing_lead', 'auditor', 'inspector', 'administrator'])), name='access_rolegrant_role_is_known'),
        ),
        migrations.AddConstraint(
            model_name='rolegrant',
            constraint=models.CheckConstraint(condition=models.Q(models.Q(('role__in', ['inspector']), _negated=True), ('until_at__isnull', False), _connector='OR'), name='access_rolegrant_timed_role_ends'),
        ),
        migrations.RunSQL(APART.format(inspector=INSPECTOR), APART.format(inspector="")),
    ]
