import subprocess
import sys
from pathlib import Path

ROOT = Path(__file__).parents[3]


def loaded_by(statement):
    script = f"{statement}\nimport sys\nprint(*sorted(sys.modules))"
    ran = subprocess.run([sys.executable, "-c", script], cwd=ROOT, capture_output=True, check=True)
    return set(ran.stdout.decode().split())


def test_naming_the_doors_makes_no_application():
    loaded = loaded_by("import reports.clinic.doors")
    assert "reports.clinic.server" not in loaded
    assert "streamlit" not in loaded


def test_importing_the_server_has_the_pages_ready_and_draws_none():
    loaded = loaded_by("import reports.clinic.server")
    assert "reports.clinic.pages" in loaded
    assert "reports.clinic.page" not in loaded
    assert not {name for name in loaded if name.startswith("intake.kiosk")}
