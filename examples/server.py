"""Screening as a service: pip install vendorscreen fastapi uvicorn; uvicorn server:app --workers 2."""

from typing import Annotated, Any

from fastapi import Body, FastAPI, HTTPException

from vendorscreen import Screener, VendorscreenError

app = FastAPI(title="vendorscreen")
screener = Screener.open()


@app.get("/supplier")
def supplier(name: str, country: str | None = None, buyer: str | None = None) -> dict[str, Any]:
    """Return who is behind a supplier's name, and what that means for a buyer."""
    return answered(lambda: screener.screen(name, country=country, buyer=buyer).to_dict())


@app.post("/tender")
def tender(stated: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
    """Return the report on a tender."""
    return answered(lambda: screener.check(stated).to_dict())


def answered(ask: Any) -> Any:
    """Return an answer from current lists; what is wrong in a request is the caller's error."""
    try:
        return (screener if screener.is_current() else screener.reload()) and ask()
    except VendorscreenError as error:
        raise HTTPException(422, str(error)) from None
