-- Nobody opens a colleague's cases to themselves by a cover.
ALTER TABLE "handreiking"."cover" ADD CONSTRAINT "cover_given" CHECK (covered_by <> arranged_by);